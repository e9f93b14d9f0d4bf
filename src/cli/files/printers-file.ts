import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a user's printers are kept: in the configuration folder of the XDG Base Directory Specification. */
export function printersFolder(env: Readonly<Record<string, string | undefined>>): string {
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? env['APPDATA'] ?? '.', '.config');
  return join(base, 'studypack');
}

/** The user's file of printers; empty if there is none. */
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
