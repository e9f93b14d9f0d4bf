import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** What a teacher does all day with the two packs that come along. Nothing else does the same, so it has one side. */
export function packsBench({ main, root, folder }) {
  const at = join(folder, 'packs');
  cpSync(join(root, 'content'), join(at, 'content'), { recursive: true });
  const one = (name, rounds, args) => ({ name, rounds, cwd: at, ours: { args: [main, ...args] } });
  return [
    one('build of both packs with preflight', 5, ['build', '--preflight', '--force', '--out', 'output']),
    one('build of both packs, nothing changed', 9, ['build', '--preflight', '--out', 'output']),
    one('check of never-let-me-go', 9, ['check', 'never-let-me-go']),
  ];
}
