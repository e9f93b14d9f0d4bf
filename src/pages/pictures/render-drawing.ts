import { createRequire } from 'node:module';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { createReport } from '../../diagnostics/report.ts';
import type { Raster } from '../picture.ts';
import { readPng } from './read-png.ts';
import type { SvgFonts } from './svg/drawing/svg-fonts.ts';

/** What the text of drawings is set with, as lines and letters or in pixels. */
export interface DrawingFonts extends SvgFonts {
  fileOf(face: string): Uint8Array | undefined;
}

/** Pixels per inch, at the size that the drawing says. A small one gets more, since it may be printed larger. */
const FINENESS = 300;
const LEAST_PIXELS = 800;
const MOST_PIXELS = 3600;

/** How long a drawing may take, in milliseconds, and the memory of the process’s part that draws it, in megabytes. */
const MOST_TIME = 20_000;
const MOST_MEMORY = 512;

const FACES = ['sans', 'sans-bold', 'sans-italic', 'sans-bold-italic'];

/**
 * What the worker does. It is a text, since the program is one script for each command, and a worker takes a script of its
 * own. It is given the fonts, and WebAssembly can open neither files nor addresses.
 */
const WORK = `
const { workerData: { library, wasm, svg, options, port, signal } } = require('node:worker_threads');
const done = (message) => { port.postMessage(message); Atomics.store(signal, 0, 1); Atomics.notify(signal, 0); };
(async () => {
  const { initWasm, Resvg } = require(library);
  await initWasm(require('node:fs').readFileSync(wasm));
  done({ png: new Resvg(svg, options).render().asPng() });
})().catch((error) => done({ error: String(error) }));
`;

/**
 * Turns a drawing into a picture of pixels on white, with resvg: in a thread, so that one that takes too long or too much
 * memory can be stopped.
 * @param size in points
 * @returns undefined if it can't be done
 */
export function renderDrawing(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  fonts: DrawingFonts,
): Raster | undefined {
  const scale = Math.max(FINENESS / 72, LEAST_PIXELS / Math.max(width, height));
  const across = Math.round(width * Math.min(scale, MOST_PIXELS / Math.max(width, height)));
  const options = {
    background: 'white',
    fitTo: { mode: 'width', value: Math.max(1, across) },
    font: {
      fontBuffers: FACES.flatMap((face) => fonts.fileOf(face) ?? []),
      defaultFontFamily: 'Source Sans 3',
      ...{ sansSerifFamily: 'Source Sans 3', serifFamily: 'Source Sans 3', monospaceFamily: 'Source Sans 3' },
    },
  };
  const png = inWorker(svg, options);
  return png && readPng(png, { file: '', line: 1, column: 1 }, createReport());
}

function inWorker(svg: string, options: object): Uint8Array | undefined {
  const require = createRequire(import.meta.url);
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const library = require.resolve('@resvg/resvg-wasm');
  const worker = new Worker(WORK, {
    eval: true,
    workerData: {
      library,
      wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
      svg,
      options,
      port: port2,
      signal,
    },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    stdout: true,
    stderr: true,
  });
  worker.unref();
  worker.on('error', () => undefined);
  Atomics.wait(signal, 0, 0, MOST_TIME);
  const received = receiveMessageOnPort(port1) as { message: { png?: Uint8Array } } | undefined;
  port1.close();
  void worker.terminate();
  return received?.message.png;
}
