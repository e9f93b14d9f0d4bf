import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Checks the program's files of words as the program does, so that it need not parse and check them each time it starts.
 * @param {string} root the folder of the package
 * @returns {Promise<string>} as JSON, the words of each file in which nothing is wrong, by a hash of its text
 */
export async function checkedWords(root) {
  const folder = join(root, 'templates/words');
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: ['src/words/read-words.ts'],
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
  const { wordsOfFile } = module.exports;
  const files = readdirSync(folder)
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [createHash('sha256').update(text).digest('hex'), wordsOfFile({ name, path: name, text })];
    });
  return JSON.stringify(Object.fromEntries(files));
}
