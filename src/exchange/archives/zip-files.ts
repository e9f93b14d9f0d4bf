import { zipSync } from 'fflate';

/** The first moment that a zip can express. It is read in the time of the place, so it is the same everywhere. */
const FIRST = new Date(1980, 0, 1);

/** A file to put into a zip, by its path in it, with `/`. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** Whether it is stored as it is: pictures are compressed already, and some formats ask it of their first file. */
  readonly isStored?: boolean;
}

/** Puts files into a zip, in their order. The same files give the same bytes. */
export const zipFiles = (files: readonly ZippedFile[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      files.map(({ path, bytes, isStored = false }) => [
        path,
        [typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { level: isStored ? 0 : 6 }],
      ]),
    ),
    { mtime: FIRST },
  );
