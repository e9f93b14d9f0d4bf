import { unzipSync } from 'fflate';

/** Why an archive is not unpacked. */
export type ArchiveFault = 'broken' | 'too-large';

/** What may be unpacked: bytes of all files, and their number. */
interface ArchiveLimits {
  readonly largest: number;
  readonly mostFiles: number;
}

/** Gives the names of the files in an archive, without unpacking any, or says why it can't be unpacked. */
export function namesInArchive(
  bytes: Uint8Array,
  { largest, mostFiles }: ArchiveLimits,
): readonly string[] | ArchiveFault {
  const names: string[] = [];
  let all = 0;
  let isBomb = false;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        names.push(name);
        all += originalSize;
        // A file that is larger compressed than uncompressed hides its true size.
        isBomb ||= all > largest || names.length > mostFiles || size > originalSize + 1024;
        return false;
      },
    });
  } catch {
    return 'broken';
  }
  return isBomb ? 'too-large' : names;
}
