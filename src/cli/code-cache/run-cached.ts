import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { openCodeCache } from './code-cache.ts';

const BEGIN = '(function(require,module,urlOfScript){';

type Run = (require: (name: string) => unknown, module: { exports: unknown }, url: string) => void;

/**
 * Runs a script of the bundle and those that it requires, with the code that V8 compiled of them in an earlier run. At the
 * end of a run in which a script had none, what V8 has compiled by then is kept for the next. Only speed depends on it.
 * @param hash of all scripts: V8 compares nothing of them but their length
 * @param settings the flags of V8 that this run has set
 */
export function runCached(file: string, hash: string, settings: readonly string[]): void {
  const cache = openCodeCache(hash, process.argv.slice(2), settings);
  const kept = cache?.read();
  const requireOther = createRequire(file);
  const scripts = new Map<string, Script>();
  const modules = new Map<string, { exports: unknown }>();
  const urls = new Map<string, string>();
  let isNew = false;

  /** The URL of a folder. */
  function urlOf(folder: string): string {
    const known = urls.get(folder);
    if (known !== undefined) return known;
    const url = pathToFileURL(folder).href;
    urls.set(folder, url);
    return url;
  }

  /** @param from the path of the script that asks; scripts have names of their own, whatever folder they are in */
  function load(from: string, wanted: string): unknown {
    const name = wanted.slice(wanted.lastIndexOf('/') + 1);
    const known = modules.get(name);
    if (known) return known.exports;
    const path = join(dirname(from), wanted);
    const module = { exports: {} };
    modules.set(name, module);
    // They are in ASCII: a letter is a byte, and V8 need not be told how long each is.
    const source = `${BEGIN}${readFileSync(path, 'latin1')}\n})`;
    const script = new Script(source, {
      filename: path,
      // Stack traces name columns of the file.
      columnOffset: -BEGIN.length,
      cachedData: kept?.get(name) as Buffer | undefined,
    });
    isNew ||= script.cachedDataRejected !== false;
    scripts.set(name, script);
    const require = (wanted: string) => (wanted.startsWith('.') ? load(path, wanted) : requireOther(wanted));
    const run: Run = script.runInThisContext();
    run(require, module, `${urlOf(dirname(path))}/${name}`);
    return module.exports;
  }

  load(file, `./${basename(file)}`);
  process.on('exit', (code) => {
    // A run that a fault or wrong usage has stopped is no guide to what the next one needs.
    if (!cache || !isNew || code > 1) return;
    const compiled = [...scripts].map(([name, script]) => [name, script.createCachedData()] as const);
    cache.write(new Map([...(kept ?? []), ...compiled]));
  });
}
