import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Raster } from '../picture.ts';
import { base64 } from './base64.ts';
import { faultInJpeg } from './jpeg/fault-in-jpeg.ts';
import { decodeJpeg } from './late/decode-jpeg.ts';
import { refuseBroken, refuseTooManyPixels } from './picture-refusals.ts';
import { rasterOf } from './raster-of.ts';

const MAX_PIXELS = 64_000_000;

/**
 * Reads a JPEG and drops its metadata: the place and time of a photograph do not belong in a page. The camera’s orientation
 * is kept as a turn. Reports a file that is damaged, too large or of a kind that cannot be printed.
 */
export function readJpeg(bytes: Uint8Array, at: Place, report: Report): Raster | undefined {
  const parts = readParts(bytes);
  const unsupported = (what: string, hint: string) => {
    report.add('picture-unsupported', at, `The picture is ${what}.`, hint);
    return undefined;
  };
  if (typeof parts === 'string') return refuseBroken(parts, at, report);
  const { frame, stripped, turn, mirrored } = parts;
  const { width, height, channels, precision } = frame;
  if (width * height > MAX_PIXELS) return refuseTooManyPixels(frame, MAX_PIXELS, at, report);
  if (![1, 3, 4].includes(channels))
    return unsupported(`a JPEG with ${channels} colour channels`, 'Save it in RGB.');
  if (precision !== 8 || frame.kind > 2)
    return unsupported('an unusual type of JPEG', 'Save it as an ordinary JPEG.');
  const fault = faultInJpeg(stripped);
  if (fault !== undefined) return refuseBroken(fault, at, report);
  const upright = { turn, ...(mirrored && { mirrored }) };
  if (channels !== 4)
    return { kind: 'raster', format: 'jpeg', data: base64(stripped), width, height, ...upright };
  // Four inks are those of some press, and not of the one that prints this page: they become red, green and blue.
  const pixels = decodeJpeg(stripped);
  if (pixels) return { ...rasterOf(pixels.rgb, pixels.width, pixels.height), ...upright };
  return refuseBroken('its data is corrupt', at, report);
}

interface JpegFrame {
  /** 0 baseline, 1 extended, 2 progressive; more is lossless or arithmetic. */
  readonly kind: number;
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

interface JpegParts {
  readonly frame: JpegFrame;
  /** The file without metadata. */
  readonly stripped: Uint8Array;
  readonly turn: Raster['turn'];
  readonly mirrored: boolean;
}

/** Reads the segments up to the end of the picture. @returns its parts; or, in words, what is wrong with the file */
function readParts(bytes: Uint8Array): JpegParts | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: JpegFrame | undefined;
  let orientation = 1;
  let tables = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'its parts are not in sequence';
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return 'it ends in the middle of its header';
    const segment = bytes.subarray(at, at + 2 + length);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (frame || length < 8) return 'its header is invalid';
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      if (width === 0 || height === 0 || length !== 8 + 3 * bytes[at + 9]!) return 'its header is invalid';
      frame = { kind: marker - 0xc0, precision: bytes[at + 4]!, width, height, channels: bytes[at + 9]! };
    }
    if (marker === 0xdb) tables++;
    if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation;
    // Adobe’s segment says how colours are stored; other application segments and comments are left out.
    const isNote = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isNote) segments.push(segment);
    at += 2 + length;
    if (marker !== 0xda) continue;
    if (!frame || tables === 0) return 'its header is incomplete';
    const end = endOfPicture(bytes, at);
    if (end === undefined) return 'it breaks off before its end';
    segments.push(bytes.subarray(at, end));
    const turn = ({ 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 } as const)[orientation] ?? 0;
    return { frame, stripped: concatenated(segments), turn, mirrored: [2, 4, 5, 7].includes(orientation) };
  }
  return 'it ends in the middle of its header';
}

/** The offset after the end marker; there may be several scans before it. */
function endOfPicture(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return undefined;
}

/** The Exif orientation of the camera, from 1 (upright) to 8. */
function orientationOf(segment: Uint8Array): number | undefined {
  const text = String.fromCharCode(...segment.subarray(4, 12));
  if (!text.startsWith('Exif\0\0')) return undefined;
  const tiff = segment.subarray(10);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = text.slice(6) === 'II';
  if (tiff.length < 10) return undefined;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return undefined;
  const count = view.getUint16(start, little);
  for (let index = 0; index < count && start + 14 + index * 12 <= tiff.length; index++) {
    const at = start + 2 + index * 12;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return undefined;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
