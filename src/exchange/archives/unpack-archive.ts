import { unzipSync } from 'fflate';

/** Limits on unpacking: bytes of all files, and their number. */
const LARGEST = 128 * 1024 * 1024;
const MOST_FILES = 5000;

/** Why an archive is not unpacked. */
export type ArchiveFault = 'broken' | 'too-large';

/** Gives the names of the files in an archive, without unpacking any, or says why it can't be unpacked. */
export function namesInArchive(bytes: Uint8Array): readonly string[] | ArchiveFault {
  const names: string[] = [];
  let all = 0;
  let isBomb = false;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        names.push(name);
        all += originalSize;
        // A file that is larger compressed than uncompressed hides its true size.
        isBomb ||= all > LARGEST || names.length > MOST_FILES || size > originalSize + 1024;
        return false;
      },
    });
  } catch {
    return 'broken';
  }
  return isBomb ? 'too-large' : names;
}

/**
 * Unpacks some files of an archive, of which `namesInArchive` has given the names.
 * @returns them by name; undefined if one of them is damaged
 */
export function unpackArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => isWanted(name) })));
  } catch {
    return undefined;
  }
}
