import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './package-folder.ts';

let stamp: string | undefined;

/**
 * Tells this program from any other that could print other pages: its version and that of Node, its own files by size and
 * time, and the versions of the packages that are not in its bundle. It is the program as it was when first asked.
 */
export function programStamp(): string {
  stamp ??= JSON.stringify([process.version, readPackage(), codeFiles(), dependencies()]);
  return stamp;
}

const readPackage = () => readFileSync(join(packageFolder(), 'package.json'), 'utf8');

/** What code is in; anything else, such as a cache, changes no page. */
const CODE = /\.(?:[cm]?js|ts|json|icc)$/;

/** The files of code in the folder that this one is in, `src` or `dist`. */
function codeFiles(): unknown[] {
  const root = packageFolder();
  const folder = relative(root, fileURLToPath(import.meta.url)).split(sep)[0]!;
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(root, folder, name));
      return [name, size, mtimeMs];
    });
}

/** What the packages that the program needs say of themselves. */
function dependencies(): string[] {
  const require = createRequire(import.meta.url);
  const { dependencies = {} } = JSON.parse(readPackage()) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies).map((name) => {
    try {
      return `${name} ${(require(`${name}/package.json`) as { version: string }).version}`;
    } catch {
      return name;
    }
  });
}
