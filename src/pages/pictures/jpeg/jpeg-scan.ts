import type { BitReader } from './bit-reader.ts';
import { type HuffmanTable, readHuffmanCode } from './huffman-table.ts';

/** A channel of a picture, in blocks of 8 by 8. */
export interface JpegChannel {
  readonly id: number;
  /** How many blocks of it are in each unit of the picture, across and down. */
  readonly across: number;
  readonly down: number;
  /** Its blocks that hold something of the picture; units at the edges may have more. */
  readonly columns: number;
  readonly rows: number;
  /** For each coefficient of each block, whether it is not zero; a progressive picture reads it in several scans. */
  readonly used: Uint8Array;
  /** The blocks in a row of `used`. */
  readonly stride: number;
}

/** A channel in a scan, with the tables for its first coefficient and for the others. */
interface ScannedChannel {
  readonly channel: JpegChannel;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** What a scan holds: coefficients `from` to `to`, and whether it is one of those that make them more exact. */
export interface Scan {
  readonly channels: readonly ScannedChannel[];
  readonly from: number;
  readonly to: number;
  readonly isRefinement: boolean;
  readonly isProgressive: boolean;
}

const CORRUPT = 'its data is corrupt';

/** The number of blocks that follow and have nothing more in them. */
interface Run {
  blocks: number;
}

/** Gives what reads one block of a channel, and throws what is wrong with it. */
export function blockReader(scan: Scan, bits: BitReader, run: Run) {
  const { from, to, isRefinement, isProgressive } = scan;
  return ({ channel: { used }, dc, ac }: ScannedChannel, block: number): void => {
    if (from === 0) {
      if (isRefinement) bits.number(1);
      else bits.number(lengthIn(dc, bits));
    }
    if (to === 0) return;
    if (!ac) throw new Error('its header is incomplete');
    const at = block * 64;
    if (isRefinement) refineBlock(ac, used, at, scan, bits, run);
    else readBlock(ac, used, at, { from: Math.max(1, from), to, isProgressive }, bits, run);
  };
}

function lengthIn(table: HuffmanTable | undefined, bits: BitReader): number {
  if (!table) throw new Error('its header is incomplete');
  const length = readHuffmanCode(table, bits);
  if (length > 15) throw new Error(CORRUPT);
  return length;
}

function readBlock(
  ac: HuffmanTable,
  used: Uint8Array,
  at: number,
  { from, to, isProgressive }: Pick<Scan, 'from' | 'to' | 'isProgressive'>,
  bits: BitReader,
  run: Run,
): void {
  if (run.blocks > 0) {
    run.blocks--;
    return;
  }
  for (let index = from; index <= to; index++) {
    const code = readHuffmanCode(ac, bits);
    const zeros = code >> 4;
    const length = code & 15;
    if (length === 0 && zeros < 15) {
      if (isProgressive) run.blocks = 2 ** zeros - 1 + bits.number(zeros);
      else if (zeros > 0) throw new Error(CORRUPT);
      return;
    }
    index += zeros;
    if (index > to) throw new Error(CORRUPT);
    bits.number(length);
    if (length > 0) used[at + index] = 1;
  }
}

function refineBlock(
  ac: HuffmanTable,
  used: Uint8Array,
  at: number,
  { from, to }: Scan,
  bits: BitReader,
  run: Run,
): void {
  let index = Math.max(1, from);
  if (run.blocks === 0)
    for (; index <= to; index++) {
      const code = readHuffmanCode(ac, bits);
      let zeros = code >> 4;
      const length = code & 15;
      if (length > 1) throw new Error(CORRUPT);
      if (length === 1) bits.number(1);
      else if (zeros < 15) {
        run.blocks = 2 ** zeros + bits.number(zeros);
        break;
      }
      for (; index <= to; index++)
        if (used[at + index] === 1) bits.number(1);
        else if (--zeros < 0) break;
      if (length === 1 && index > to) throw new Error(CORRUPT);
      if (length === 1) used[at + index] = 1;
    }
  if (run.blocks === 0) return;
  for (; index <= to; index++) if (used[at + index] === 1) bits.number(1);
  run.blocks--;
}
