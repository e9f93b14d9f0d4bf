import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Raster } from '../picture.ts';
import { decodeGif } from './late/decode-gif.ts';
import { decodeWebp } from './late/decode-webp.ts';
import { refuseBroken, refuseTooManyPixels } from './picture-refusals.ts';
import { onWhite, rasterOf } from './raster-of.ts';

/** A little more than A4 at 600 pixels per inch, as for PNG. */
const MAX_PIXELS = 36_000_000;

/** The format of a picture that is decoded by a library, from its bytes. */
export function foreignFormat(bytes: Uint8Array): 'GIF' | 'WebP' | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('GIF8')) return 'GIF';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'WebP' : undefined;
}

/** Reads a WebP picture, or the first frame of a GIF. Reports one that is damaged, too large or moves. */
export function readGifOrWebp(
  bytes: Uint8Array,
  format: 'GIF' | 'WebP',
  at: Place,
  report: Report,
): Raster | undefined {
  const header = format === 'GIF' ? gifHeader(bytes) : webpHeader(bytes);
  if (header && header.width * header.height > MAX_PIXELS)
    return refuseTooManyPixels(header, MAX_PIXELS, at, report);
  if (header?.moves) {
    report.add(
      'picture-unsupported',
      at,
      'This is a WebP picture that moves.',
      'Save the moment to print as PNG or JPEG.',
    );
    return undefined;
  }
  const pixels = header && (format === 'GIF' ? decodeGif(bytes) : decodeWebp(bytes));
  if (pixels) return rasterOf(onWhite(pixels), pixels.width, pixels.height);
  return refuseBroken(`its ${format} data is corrupt`, at, report);
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly moves: boolean;
}

function gifHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 10) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  return width > 0 && height > 0 ? { width, height, moves: false } : undefined;
}

/** The size of a WebP, as each of its three kinds of header has it. */
function webpHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 30) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (kind === 'VP8 ')
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
      moves: false,
    };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1, moves: false };
  }
  if (kind !== 'VP8X') return undefined;
  const three = (from: number) => view.getUint16(from, true) + (view.getUint8(from + 2) << 16) + 1;
  return { width: three(24), height: three(27), moves: (view.getUint8(20) & 2) !== 0 };
}
