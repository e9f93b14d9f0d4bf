/** A font that is embedded in a file. */
export interface FontProgram {
  readonly kind: 'truetype' | 'cff' | 'type1' | 'unusable';
  /** Whether a glyph draws anything; undefined if that can't be known. */
  draws(glyph: number): boolean | undefined;
  /** The advance of a glyph in thousandths of an em, if it is easily read. */
  advance(glyph: number): number | undefined;
  /** The glyph for a CID: the font may number its glyphs differently. */
  glyphOfCid(cid: number): number;
  /** The glyph that a TrueType font shows for a code of one byte, which stands for a character. */
  glyphOfCode(code: number, character: number | undefined): number | undefined;
}

/** A font whose glyphs are not known. */
const UNKNOWN_GLYPHS: Omit<FontProgram, 'kind'> = {
  draws: () => undefined,
  advance: () => undefined,
  glyphOfCid: (cid) => cid,
  glyphOfCode: () => undefined,
};

/** Reads a font's tables, up to the outlines of glyphs. A font that no printer could use comes as `unusable`. */
export function readFontProgram(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tag = latin(bytes, 0, 4);
    if (tag === 'OTTO' || tag === 'true' || tag === '\0\x01\0\0') return readSfnt(view, bytes);
    if (bytes[0] === 1 && bytes[1] === 0) return readCff(view, bytes, 0);
    if (tag.startsWith('%!') || bytes[0] === 0x80) return { kind: 'type1', ...UNKNOWN_GLYPHS };
  } catch {
    // An offset leads out of the file.
  }
  return { kind: 'unusable', ...UNKNOWN_GLYPHS, draws: () => false };
}

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

function readSfnt(view: DataView, bytes: Uint8Array): FontProgram {
  const tables = new Map<string, { offset: number; length: number }>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    tables.set(latin(bytes, at, 4), { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  const cff = tables.get('CFF ');
  if (cff) return readCff(view, bytes, cff.offset);
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((name) => tables.get(name)?.offset);
  if (head === undefined || loca === undefined || glyf === undefined)
    return { kind: 'unusable', ...UNKNOWN_GLYPHS, draws: () => false };
  const long = view.getInt16(head + 50) === 1;
  const perEm = view.getUint16(head + 18);
  const locaEnd = loca + tables.get('loca')!.length;
  const offsetOf = (glyph: number) =>
    long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const hhea = tables.get('hhea')?.offset;
  const hmtx = tables.get('hmtx');
  const measured = hhea === undefined ? 0 : view.getUint16(hhea + 34);
  const cmap = tables.get('cmap');
  return {
    ...UNKNOWN_GLYPHS,
    kind: 'truetype',
    draws(glyph) {
      if (loca + (glyph + 2) * (long ? 4 : 2) > locaEnd) return false;
      const from = offsetOf(glyph);
      // A glyph without contours has a header and nothing after it.
      return offsetOf(glyph + 1) > from && view.getInt16(glyf + from) !== 0;
    },
    advance(glyph) {
      if (!hmtx || measured === 0 || perEm === 0) return undefined;
      const at = hmtx.offset + Math.min(glyph, measured - 1) * 4;
      return at + 2 > hmtx.offset + hmtx.length ? undefined : (view.getUint16(at) * 1000) / perEm;
    },
    glyphOfCode: (code, character) => (cmap ? glyphByCmap(view, cmap.offset, code, character) : undefined),
  };
}

/** Looks up the glyph of a code in the font's own tables, in the order of ISO 32000-1, 9.6.6.4. */
function glyphByCmap(
  view: DataView,
  cmap: number,
  code: number,
  character: number | undefined,
): number | undefined {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + 4 + index * 8;
    return { key: `${view.getUint16(at)},${view.getUint16(at + 2)}`, at: cmap + view.getUint32(at + 4) };
  });
  const tries: [string, number | undefined][] = [
    ['3,1', character],
    ['3,0', 0xf000 + code],
    ['3,0', code],
    ['1,0', code],
    ['0,3', character],
  ];
  for (const [subtableKey, subtableCode] of tries) {
    const found = subtables.find((subtable) => subtable.key === subtableKey);
    const glyph = found && subtableCode !== undefined ? glyphInSubtable(view, found.at, subtableCode) : 0;
    if (glyph) return glyph;
  }
  return subtables.length > 0 ? 0 : undefined;
}

function glyphInSubtable(view: DataView, at: number, code: number): number {
  const format = view.getUint16(at);
  if (format === 0) return code < 256 ? view.getUint8(at + 6 + code) : 0;
  if (format === 6) {
    const index = code - view.getUint16(at + 6);
    return index >= 0 && index < view.getUint16(at + 8) ? view.getUint16(at + 10 + index * 2) : 0;
  }
  if (format !== 4) return 0;
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    if (code > end) continue;
    const start = view.getUint16(at + 16 + doubled + segment);
    if (code < start) return 0;
    const delta = view.getUint16(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/**
 * Reads a CFF index. @returns the offsets of its entries, with that of the end of the last, and where the index ends
 */
function cffIndex(view: DataView, at: number): { offsets: number[]; end: number } {
  const count = view.getUint16(at);
  if (count === 0) return { offsets: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const base = at + 3 + (count + 1) * size - 1;
  const offsets = Array.from({ length: count + 1 }, (_, index) => {
    let offset = 0;
    for (let byte = 0; byte < size; byte++)
      offset = offset * 256 + view.getUint8(at + 3 + index * size + byte);
    return base + offset;
  });
  return { offsets, end: offsets.at(-1)! };
}

/** Reads the operands of a CFF dictionary, by operator. Operators of two bytes count from 1200. */
function cffDict(view: DataView, from: number, to: number): Map<number, number[]> {
  const entries = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = from; at < to; ) {
    const byte = view.getUint8(at++);
    if (byte <= 21) {
      entries.set(byte === 12 ? 1200 + view.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(view.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (byte === 30) {
      while ((view.getUint8(at++) & 15) !== 15);
      operands.push(0);
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + view.getUint8(at++) + 108);
    else operands.push(-(byte - 251) * 256 - view.getUint8(at++) - 108);
  }
  return entries;
}

function readCff(view: DataView, bytes: Uint8Array, start: number): FontProgram {
  const names = cffIndex(view, start + view.getUint8(start + 2));
  const dicts = cffIndex(view, names.end);
  const top = cffDict(view, dicts.offsets[0]!, dicts.offsets[1]!);
  const { offsets } = cffIndex(view, start + top.get(17)![0]!);
  const glyphs = offsets.length - 1;
  const charset = top.get(15)?.[0] ?? 0;
  // 1230 is ROS: the font's glyphs are numbered by CIDs.
  const numbered = top.has(1230) && charset > 2 ? cidsOf(view, start + charset, glyphs) : undefined;
  return {
    ...UNKNOWN_GLYPHS,
    kind: 'cff',
    draws: (glyph) => glyph < glyphs && drawsAnything(bytes.subarray(offsets[glyph]!, offsets[glyph + 1]!)),
    glyphOfCid: (cid) => (numbered ? (numbered.get(cid) ?? 0) : cid),
  };
}

/** Reads the charset of a font of CIDs. @returns glyphs by CID */
function cidsOf(view: DataView, at: number, glyphs: number): Map<number, number> {
  const found = new Map([[0, 0]]);
  const format = view.getUint8(at);
  for (let glyph = 1, entry = at + 1; glyph < glyphs; ) {
    const first = view.getUint16(entry);
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(entry + 2) : view.getUint16(entry + 2);
    for (let step = 0; step <= more; step++) found.set(first + step, glyph++);
    entry += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return found;
}

/** Whether a Type 2 charstring calls a subroutine or draws a line or curve. */
function drawsAnything(program: Uint8Array): boolean {
  for (let at = 0; at < program.length; at++) {
    const byte = program[at]!;
    if (byte === 28) at += 2;
    else if (byte === 255) at += 4;
    else if (byte >= 247) at += 1;
    else if ([5, 6, 7, 8, 10, 24, 25, 26, 27, 29, 30, 31].includes(byte)) return true;
    else if (byte === 12) at += 1;
  }
  return false;
}
