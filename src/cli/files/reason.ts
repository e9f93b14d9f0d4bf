/** Gives an error of the operating system in plain words. */
export function reason(error: unknown): string {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  // What Windows says of a file that another program keeps open.
  if (process.platform === 'win32' && syscall === 'rename' && (code === 'EPERM' || code === 'EACCES'))
    return 'it is open in another program, or protected against changes';
  return KNOWN.get(code ?? '') ?? message;
}

const KNOWN = new Map([
  ['EBUSY', 'it is open in another program'],
  ['ETXTBSY', 'it is open in another program'],
  ['EDQUOT', 'your share of the disk is full'],
  ['EIO', 'the disk does not answer'],
  ['ELOOP', 'it is a link to itself'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'its path is too long'],
  ['ENOTEMPTY', 'it is a folder with something in it'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOENT', 'it does not exist'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['EEXIST', 'a file with that name already exists'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTFILE', 'it is not an ordinary file'],
  ['EISDIR', 'it is a folder'],
]);
