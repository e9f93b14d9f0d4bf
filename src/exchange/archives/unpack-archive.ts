import { unzipSync } from 'fflate';

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
