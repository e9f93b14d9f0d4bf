import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What checks the files of each folder of templates, in which module: each gives undefined if anything is wrong. */
const CHECKS = {
  words: { module: 'src/words/read-words.ts', check: 'wordsOfFile' },
  styles: { module: 'src/layout/style/read-styles.ts', check: 'styleOfFile' },
};

/**
 * Checks the program's files of words and styles as the program does, so that it need not parse and check them each time
 * it starts.
 * @param {string} root the folder of the package
 * @param {keyof typeof CHECKS} kind the name of their folder in `templates`
 * @returns {Promise<string>} as JSON, what was read from each file in which nothing is wrong, by a hash of its text
 */
export async function checkedFiles(root, kind) {
  const folder = join(root, 'templates', kind);
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: [CHECKS[kind].module],
    bundle: true,
    write: false,
    platform: 'node',
    // Libraries in it ask for Node's own modules by `require`.
    format: 'cjs',
    logLevel: 'warning',
  });
  const module = { exports: /** @type {any} */ ({}) };
  new Function('module', 'require', bundled.outputFiles[0]?.text ?? '')(
    module,
    createRequire(import.meta.url),
  );
  const check = module.exports[CHECKS[kind].check];
  const files = readdirSync(folder)
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [createHash('sha256').update(text).digest('hex'), check({ name, path: name, text })];
    });
  return JSON.stringify(Object.fromEntries(files));
}
