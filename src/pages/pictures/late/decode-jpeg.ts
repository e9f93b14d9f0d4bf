import jpeg from 'jpeg-js';

/** Enough to decode the largest JPEG that is read. */
const MAX_MEMORY_IN_MB = 2048;

/** Decodes a JPEG to three bytes per pixel, those in four inks too; undefined if its data is corrupt. */
export function decodeJpeg(
  bytes: Uint8Array,
): { width: number; height: number; rgb: Uint8Array } | undefined {
  try {
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxMemoryUsageInMB: MAX_MEMORY_IN_MB,
    });
    return { width, height, rgb: data };
  } catch {
    return undefined;
  }
}
