import { largest } from '../../../diagnostics/collections/largest.ts';
import { BitReader } from './bit-reader.ts';
import { type HuffmanTable, huffmanTable } from './huffman-table.ts';
import { blockReader, type JpegChannel, type Scan } from './jpeg-scan.ts';

/** What the segments before a scan say. */
interface JpegState {
  isProgressive: boolean;
  columns: number;
  rows: number;
  channels: JpegChannel[];
  /** Tables by their class and number, as written. */
  readonly tables: Map<number, HuffmanTable>;
  /** After how many units the bits begin anew; 0 for never. */
  restart: number;
}

const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const START_OF_SCAN = 0xda;
const END = 0xd9;

/**
 * Reads all the data of a JPEG whose segments were checked, without making a picture of it: a file that was damaged on the
 * way ends too soon, or has codes that are in none of its tables. Printers print such a picture grey from there on.
 * @returns what is wrong with it, in words; undefined if it is whole
 */
export function faultInJpeg(bytes: Uint8Array): string | undefined {
  const state: JpegState = {
    isProgressive: false,
    columns: 0,
    rows: 0,
    channels: [],
    tables: new Map(),
    restart: 0,
  };
  try {
    for (let at = 2; ; ) {
      if (bytes[at] !== 0xff) return 'its data is corrupt';
      const marker = bytes[at + 1]!;
      if (marker === END) return undefined;
      if (marker === 0xff) {
        at++;
        continue;
      }
      const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
      const segment = bytes.subarray(at + 4, end);
      if (FRAMES.has(marker)) readFrame(segment, marker === 0xc2, state);
      else if (marker === 0xc4) readTables(segment, state);
      else if (marker === 0xdd) state.restart = (segment[0]! << 8) | segment[1]!;
      at = marker === START_OF_SCAN ? readScan(bytes, end, segment, state) : end;
    }
  } catch (error) {
    return (error as Error).message;
  }
}

function readFrame(segment: Uint8Array, isProgressive: boolean, state: JpegState): void {
  const height = (segment[1]! << 8) | segment[2]!;
  const width = (segment[3]! << 8) | segment[4]!;
  const parts = Array.from({ length: segment[5]! }, (_, index) =>
    segment.subarray(6 + index * 3, 9 + index * 3),
  );
  const sizes = parts.map(([id, factors]) => ({ id: id!, across: factors! >> 4, down: factors! & 15 }));
  if (sizes.some(({ across, down }) => !(across >= 1 && across <= 4 && down >= 1 && down <= 4)))
    throw new Error('its header is invalid');
  const widest = largest(
    sizes.map(({ across }) => across),
    1,
  );
  const tallest = largest(
    sizes.map(({ down }) => down),
    1,
  );
  state.isProgressive = isProgressive;
  state.columns = Math.ceil(width / 8 / widest);
  state.rows = Math.ceil(height / 8 / tallest);
  state.channels = sizes.map(({ id, across, down }) => {
    const stride = state.columns * across;
    return {
      id,
      across,
      down,
      columns: Math.ceil(Math.ceil((width * across) / widest) / 8),
      rows: Math.ceil(Math.ceil((height * down) / tallest) / 8),
      // Others are read in one scan, which needs no memory.
      used: isProgressive ? new Uint8Array(stride * state.rows * down * 64) : NOTHING,
      stride,
    };
  });
}

const NOTHING = new Uint8Array();

function readTables(segment: Uint8Array, { tables }: JpegState): void {
  for (let at = 0; at + 17 <= segment.length; ) {
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    tables.set(segment[at]!, huffmanTable(counts, segment.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

/** Reads a scan. @returns where the next segment begins */
function readScan(bytes: Uint8Array, start: number, header: Uint8Array, state: JpegState): number {
  const count = header[0]!;
  const channels = Array.from({ length: count }, (_, index) => {
    const [id, numbers = 0] = header.subarray(1 + index * 2, 3 + index * 2);
    const channel = state.channels.find((one) => one.id === id);
    if (!channel) throw new Error('its header is invalid');
    return { channel, dc: state.tables.get(numbers >> 4), ac: state.tables.get(0x10 | (numbers & 15)) };
  });
  const [from = 0, to = 63, exactness = 0] = header.subarray(1 + count * 2);
  const { isProgressive, restart } = state;
  if (from > to || to > 63 || channels.length === 0) throw new Error('its header is invalid');
  const scan: Scan = isProgressive
    ? { channels, from, to, isRefinement: exactness >> 4 > 0, isProgressive }
    : { channels, from: 0, to: 63, isRefinement: false, isProgressive };
  const bits = new BitReader(bytes, start);
  const run = { blocks: 0 };
  const read = blockReader(scan, bits, run);
  const units = unitsOf(scan, state);
  for (let unit = 0; unit < units.count; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      bits.align();
      const marker = bytes[bits.at + 1]!;
      if (bytes[bits.at] !== 0xff || marker < 0xd0 || marker > 0xd7) throw new Error('its data is corrupt');
      bits.at += 2;
      run.blocks = 0;
    }
    units.read(unit, read);
  }
  bits.align();
  let end = bits.at;
  while (bytes[end] === 0 || (bytes[end] === 0xff && bytes[end + 1] === 0xff)) end++;
  return end;
}

type ReadBlock = ReturnType<typeof blockReader>;

/** The units of a scan: blocks of its only channel, or some of each channel. */
function unitsOf({ channels }: Scan, { columns, rows }: JpegState) {
  const [only] = channels;
  if (only && channels.length === 1) {
    const { channel } = only;
    return {
      count: channel.columns * channel.rows,
      read: (unit: number, read: ReadBlock) =>
        read(only, Math.floor(unit / channel.columns) * channel.stride + (unit % channel.columns)),
    };
  }
  return {
    count: columns * rows,
    read(unit: number, read: ReadBlock) {
      const row = Math.floor(unit / columns);
      const column = unit % columns;
      for (const scanned of channels) {
        const { across, down, stride } = scanned.channel;
        for (let y = 0; y < down; y++)
          for (let x = 0; x < across; x++) read(scanned, (row * down + y) * stride + column * across + x);
      }
    },
  };
}
