/** Gives an error of the operating system in plain words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return KNOWN.get(code ?? '') ?? message;
}

const KNOWN = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOENT', 'it does not exist'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['EEXIST', 'a file with that name already exists'],
  ['ENOSPC', 'the disk is full'],
  ['EISDIR', 'it is a folder'],
]);
