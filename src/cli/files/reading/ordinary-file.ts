import { statSync } from 'node:fs';

/**
 * Gives the size of a file in bytes. Devices and pipes say that they are empty, and some never end.
 * @throws Error of the system, or one that says it is not an ordinary file
 */
export function sizeOfOrdinaryFile(path: string): number {
  const stats = statSync(path);
  if (stats.isFile()) return stats.size;
  const code = stats.isDirectory() ? 'EISDIR' : 'ENOTFILE';
  throw Object.assign(new Error('it is not an ordinary file'), { code });
}
