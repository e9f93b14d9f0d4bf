import { grayOf } from '../contrast.ts';

/** Turns pixels of three bytes (red, green, blue) into one byte each: a grey of the same lightness. */
export function greySamples(rgb: Uint8Array): Uint8Array {
  const samples = new Uint8Array(rgb.length / 3);
  const known = new Map<number, number>();
  for (let pixel = 0; pixel < samples.length; pixel++) {
    const [red, green, blue] = [rgb[pixel * 3]!, rgb[pixel * 3 + 1]!, rgb[pixel * 3 + 2]!];
    const key = (red << 16) | (green << 8) | blue;
    let gray = known.get(key);
    if (gray === undefined) {
      gray = Math.round(grayOf([red / 255, green / 255, blue / 255]) * 255);
      if (known.size < 1 << 16) known.set(key, gray);
    }
    samples[pixel] = gray;
  }
  return samples;
}
