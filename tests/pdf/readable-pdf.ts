import { inflateSync } from 'node:zlib';

/** Gives a PDF as text, with the objects that are compressed in it after its end, as if they were written out. */
export function readablePdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const streams = file.matchAll(
    /\/Type \/ObjStm\n\/N \d+\n\/First (\d+)\n\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g,
  );
  const objects = [...streams].flatMap((found) => {
    const start = found.index + found[0].length;
    const packed = inflateSync(bytes.subarray(start, start + Number(found[2]))).toString('latin1');
    const first = Number(found[1]);
    const header = packed.slice(0, first).trim().split(/\s+/).map(Number);
    return header.flatMap((id, at) => {
      if (at % 2 === 1) return [];
      const [from, to] = [header[at + 1]!, header[at + 3] ?? packed.length - first];
      return [`${id} 0 obj\n${packed.slice(first + from, first + to).trimEnd()}\nendobj\n`];
    });
  });
  if (objects.length === 0) throw new Error('no object stream was found');
  return `${file}\n${objects.join('')}`;
}
