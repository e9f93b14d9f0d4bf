/** Where a table lies in a font file. */
interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

/** A font file in the sfnt wrapper, with its tables by tag. Offsets count from the start of the file. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, TableRecord>;
}

/** The versions of files with TrueType outlines: 1.0, and `true`. */
const TRUETYPE_VERSIONS: readonly number[] = [0x00010000, 0x74727565];

/**
 * Reads the table directory of a TrueType font.
 * @returns undefined if the file is of another kind: CFF outlines, WOFF, a collection
 * @throws {RangeError} if the file ends too early
 */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!TRUETYPE_VERSIONS.includes(view.getUint32(0))) return undefined;
  const tables = new Map<string, TableRecord>();
  for (let index = 0, count = view.getUint16(4); index < count; index++) {
    const record = 12 + index * 16;
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > bytes.length) throw new RangeError('a table ends after the file');
    tables.set(tagAt(view, record), { offset, length });
  }
  return { bytes, view, tables };
}

/** The four letters of a tag. */
export const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );

/** Where a table begins; 0 if the font lacks it. */
export const startOf = ({ tables }: Sfnt, tag: string): number => tables.get(tag)?.offset ?? 0;
