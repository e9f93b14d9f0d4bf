import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the user's printers file, by the XDG Base Directory Specification. */
export function printersFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? env['APPDATA'] ?? '.', '.config');
  return join(base, 'studypack');
}

/** Reads the user's printers file; its text is empty if there is none. */
export function readPrintersFile(env: Readonly<Record<string, string | undefined>>): {
  path: string;
  text: string;
} {
  const path = join(printersFolder(env), 'printers.yaml');
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch {
    return { path, text: '' };
  }
}
