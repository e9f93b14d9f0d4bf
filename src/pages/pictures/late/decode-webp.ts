import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import type { DecodedPixels } from './decoded-pixels.ts';

const WASM = '@jsquash/webp/codec/dec/webp_dec.wasm';

type Decode = (bytes: Uint8Array) => { width: number; height: number; data: Uint8ClampedArray } | null;

let decode: Decode | undefined;

/** The class that the decoder makes its result by: browsers have it among their globals, and Node does not. */
class ImageData {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

/** Decodes a WebP picture; undefined if it cannot be. */
export function decodeWebp(bytes: Uint8Array): DecodedPixels | undefined {
  const isMissing = !('ImageData' in globalThis);
  if (isMissing) Object.assign(globalThis, { ImageData });
  try {
    decode ??= startDecoder();
    const image = decode(Uint8Array.from(bytes));
    return image
      ? { width: image.width, height: image.height, rgba: Uint8Array.from(image.data) }
      : undefined;
  } finally {
    if (isMissing) Reflect.deleteProperty(globalThis, 'ImageData');
  }
}

/** What the decoder is started with. It adds its functions to the same object. */
interface DecoderStart {
  readonly noInitialRun: true;
  instantiateWasm(imports: object, done: (instance: WebAssembly.Instance) => void): object;
  decode?: Decode;
}

/** Starts the decoder at once, and not at some later time as its package would: a picture is read in one go. */
function startDecoder(): Decode {
  const wasm = new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve(WASM)));
  const start: DecoderStart = {
    noInitialRun: true,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports);
      done(instance);
      return instance.exports;
    },
  };
  void createDecoder(start as never);
  if (!start.decode) throw new Error('the decoder for WebP did not start');
  return start.decode;
}
