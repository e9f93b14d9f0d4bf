import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compress, portableCompression } from '../../src/pages/compress.ts';

/** The same data on every machine, longer than what zlib looks back over: letters, and then bytes of any kind. */
const data = Uint8Array.from({ length: 100_000 }, (_, index) =>
  index < 60_000 ? 97 + ((index * index) % 19) : (index * index) >> 7,
);
const inflated = (bytes: Uint8Array) => new Uint8Array(inflateSync(bytes));

// Two of these tests need a Node with its own zlib, as it comes from nodejs.org.

/** A zlib whose bytes are not those of Node. */
const other = (bytes: Uint8Array, { level }: { level: number }) => deflateSync(bytes, { level: level - 1 });

describe('compressing streams', () => {
  it('gives one of two results: of the zlib that Node comes with, or of fflate', () => {
    expect([
      '654d477133e0b767760fc69d53981aa9014729d252f830f33763661624846a80',
      '42b6f4c334f1b3a94ee297880606d37e8891de3a5859a6438ab10d3609c5e9d5',
    ]).toContain(createHash('sha256').update(compress(data)).digest('hex'));
    expect(inflated(compress(data))).toEqual(data);
  });

  it('uses a zlib that gives the bytes of Node’s', () => {
    expect([...portableCompression(deflateSync)(data)]).toEqual([...deflateSync(data, { level: 6 })]);
  });

  it('does without a zlib that gives other bytes', () => {
    const bytes = portableCompression(other)(data);
    expect([...bytes]).toEqual([...zlibSync(data, { level: 6 })]);
    expect(inflated(bytes)).toEqual(data);
  });

  it('takes less time over large pictures', () => {
    const picture = new Uint8Array(8_500_000).map((_, index) => (index * index) >> 7);
    const asked: number[] = [];
    const counted = (bytes: Uint8Array, options: { level: number }) => {
      asked.push(options.level);
      return deflateSync(bytes, options);
    };
    const ours = portableCompression(counted)(picture);
    // The sample, and then the picture.
    expect(asked).toEqual([4, 4]);
    expect(Buffer.compare(inflateSync(ours), picture)).toBe(0);
  });

  it('compresses nothing, too', () => {
    for (const zlib of [deflateSync, other])
      expect(inflated(portableCompression(zlib)(new Uint8Array()))).toHaveLength(0);
  });

  it('prints the same document with another zlib, in other bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
    try {
      writeFileSync(
        join(folder, 'page.md'),
        '---\nlang: en-GB\n---\n# Light\n\nIt travels in straight lines.\n',
      );
      // Changes the module itself, before the program imports it.
      const swap = `import zlib from 'node:zlib'; import { syncBuiltinESMExports } from 'node:module';
        const { deflateSync } = zlib;
        zlib.deflateSync = (bytes, options) => deflateSync(bytes, { level: options.level - 1 }); syncBuiltinESMExports();`;
      const print = (out: string, flags: string[]) => {
        const args = ['dist/cli/main.js', 'print', join(folder, 'page.md'), '--out', join(folder, out)];
        execFileSync(process.execPath, [...flags, ...args], { stdio: 'ignore' });
        return readFileSync(join(folder, out));
      };
      const ours = print('ours.pdf', []);
      const others = print('others.pdf', [`--import=data:text/javascript,${encodeURIComponent(swap)}`]);
      expect(others.equals(ours)).toBe(false);
      expect(streamsOf(others)).toEqual(streamsOf(ours));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What the compressed streams of a PDF hold, in order, but for the places of objects, which are other ones. */
function streamsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/\/FlateDecode\n>>\nstream\n(.*?)\nendstream/gs)];
  expect(streams.length).toBeGreaterThan(3);
  expect(text.slice(0, streams.at(-1)!.index)).toContain('/Type /XRef');
  return streams
    .slice(0, -1)
    .map(([, stream]) => inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1'));
}
