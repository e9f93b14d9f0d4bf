import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm pack` runs this before and after. Only a clone has something to prepare: in an installed package, npm would warn of a
// script that wants to run, and could not find it.

const PATH = fileURLToPath(new URL('../package.json', import.meta.url));
const KEPT = `${PATH}.kept`;

/** @param {string} text a package.json @returns {string} the same without what only a clone needs */
export function packedManifest(text) {
  const manifest = JSON.parse(text);
  const { build, studypack } = manifest.scripts;
  const { devDependencies: _, ...rest } = manifest;
  return `${JSON.stringify({ ...rest, scripts: { build, studypack } }, null, 2)}\n`;
}

if (process.argv[2] === 'pack') {
  const text = readFileSync(PATH, 'utf8');
  writeFileSync(KEPT, text);
  writeFileSync(PATH, packedManifest(text));
} else if (process.argv[2] === 'restore' && existsSync(KEPT)) renameSync(KEPT, PATH);
