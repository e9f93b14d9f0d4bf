import fc from 'fast-check';
import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { contrastRatio } from '../../../src/pages/contrast.ts';
import type { Image, Laid } from '../../../src/pages/laid.ts';
import type { Colour, Mark } from '../../../src/pages/page.ts';
import { base64 } from '../../../src/pages/pictures/base64.ts';
import { compressRows } from '../../../src/pages/pictures/compress-rows.ts';
import { writeChunks } from '../../../src/pages/pictures/png-chunks.ts';
import { readPixelRows } from '../../../src/pages/pictures/png-pixels.ts';
import { readJpeg } from '../../../src/pages/pictures/read-jpeg.ts';
import { readPng } from '../../../src/pages/pictures/read-png.ts';
import { inInks } from '../../../src/pdf/inks/in-inks.ts';
import { inkMixer } from '../../../src/pdf/inks/ink-mixer.ts';
import { readProfile } from '../../../src/pdf/inks/read-profile.ts';
import { blankPages } from '../../layout/sheets/blank-pages.ts';
import { groupOf } from '../../pages/group-of.ts';
import { nowhere } from '../../support.ts';
import { syntheticProfile } from './synthetic-profile.ts';

const press = inkMixer(readProfile(syntheticProfile(), nowhere, createReport())!);

const withMarks = (marks: readonly Mark[], images: readonly Image[] = []): Laid => {
  const laid = blankPages(1, { width: 100, height: 100 });
  return { ...laid, images, pages: [{ ...laid.pages[0]!, marks }] };
};

const structureRef = { artifact: 'layout' } as const;
const text = (colour: Colour): Mark => ({
  kind: 'text',
  structureRef,
  x: 0,
  y: 0,
  text: 'x',
  face: 'serif',
  size: 10,
  colour,
  wordSpace: 0,
  letterSpace: 0,
  width: 5,
});
const box = { box: { x: 0, y: 0, width: 10, height: 10 } };
const shape = (fill: Colour, stroke: Colour): Mark => ({
  kind: 'shape',
  structureRef,
  outline: box,
  fill,
  stroke: { colour: stroke, width: 1 },
});

const coloursIn = (marks: readonly Mark[]): Colour[] =>
  marks.flatMap((mark) => {
    if (mark.kind === 'group') return coloursIn(mark.marks);
    if (mark.kind === 'text') return [mark.colour];
    return mark.kind === 'shape' ? [mark.fill!, mark.stroke!.colour] : [];
  });

const part = fc.double({ min: 0, max: 1, noNaN: true });
const colour: fc.Arbitrary<Colour> = fc.oneof(part, fc.tuple(part, part, part));
const marks: fc.Arbitrary<Mark[]> = fc.letrec<{ mark: Mark; marks: Mark[] }>((tie) => ({
  marks: fc.array(tie('mark'), { maxLength: 4 }),
  mark: fc.oneof(
    { depthSize: 'small' },
    colour.map(text),
    fc.tuple(colour, colour).map(([fill, stroke]) => shape(fill, stroke)),
    tie('marks').map((inside) => groupOf(inside)),
  ),
})).marks;

describe('pages in inks', () => {
  it('have no red, green and blue left, and only what marks are made of has changed', async () => {
    await fc.assert(
      fc.asyncProperty(marks, async (all) => {
        const before = JSON.stringify(all);
        const inked = await inInks(withMarks(all), press, createReport());
        const colours = coloursIn(inked.pages[0]!.marks);
        expect(colours).toHaveLength(coloursIn(all).length);
        for (const ink of colours) {
          expect(ink).toHaveLength(4);
          for (const share of ink as unknown as number[]) expect(share >= 0 && share <= 1).toBe(true);
        }
        expect(JSON.stringify(all)).toBe(before);
      }),
    );
  });

  it('have black and gray in black ink alone, and so text that is nearly black', async () => {
    const navy = [0.05, 0.08, 0.16] as const;
    const inked = await inInks(
      withMarks([text(0), text(0.35), shape(0.93, 0), text([0.2, 0.2, 0.2]), text(navy), shape(navy, 0)]),
      press,
      createReport(),
    );
    const [black, quiet, tint, rule, grey, dark, area] = coloursIn(
      inked.pages[0]!.marks,
    ) as unknown as number[][];
    expect([black, quiet, tint, rule]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 0.65],
      [0, 0, 0, 0.07],
      [0, 0, 0, 1],
    ]);
    expect(grey).toEqual([0, 0, 0, 0.8]);
    expect(dark!.slice(0, 3)).toEqual([0, 0, 0]);
    expect(dark![3]).toBeGreaterThan(0.85);
    // What is no text may be of several inks.
    expect(area!.slice(0, 3)).not.toEqual([0, 0, 0]);
  });
});

describe('pages in gray', () => {
  it('have grays alone, and every contrast as it was', async () => {
    await fc.assert(
      fc.asyncProperty(colour, colour, async (front, back) => {
        const grey = await inInks(withMarks([text(front), shape(back, 0)]), 'grey', createReport());
        const [one, other] = coloursIn(grey.pages[0]!.marks) as number[];
        expect([typeof one, typeof other]).toEqual(['number', 'number']);
        // Grays are rounded to a thousandth.
        expect(contrastRatio(one!, other!) / contrastRatio(front, back)).toBeCloseTo(1, 1);
      }),
    );
  });
});

/** 4 x 2 pixels: red, green, blue, white, and below them black, gray, a dark teal and red. */
const PIXELS = [
  [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255],
  [0, 0, 0, 128, 128, 128, 31, 111, 120, 255, 0, 0],
].flat();

function png(rgb: readonly number[], width: number, height: number): Image {
  const header = new Uint8Array([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]);
  const file = writeChunks([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: compressRows(Uint8Array.from(rgb), width * 3) },
    { type: 'IEND', data: new Uint8Array(0) },
  ]);
  return { name: 'p.png', ...readPng(file, nowhere, createReport())! };
}

function jpeg(width: number, height: number): Image {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([200, 60, 40, 255], at);
  const file = new Uint8Array(encode({ data, width, height }, 95).data);
  return { name: 'p.jpg', ...readJpeg(file, nowhere, createReport())! };
}

const samplesOf = (image: Image): number[] => {
  if (image.format !== 'samples') throw new Error('no samples');
  const colourType = image.channels === 1 ? 0 : 6;
  const rows = readPixelRows([Uint8Array.from(Buffer.from(image.data, 'base64'))], {
    ...image,
    depth: 8,
    colour: colourType,
  });
  return [...(rows as Uint8Array)];
};

describe('pictures', () => {
  it('are mixed pixel by pixel', async () => {
    const { images } = await inInks(withMarks([], [png(PIXELS, 4, 2)]), press, createReport());
    expect(images[0]).toMatchObject({ name: 'p.png', format: 'samples', width: 4, height: 2, channels: 4 });
    expect(samplesOf(images[0]!)).toEqual([...press(Uint8Array.from(PIXELS))]);
  });

  it('become gray pixel by pixel', async () => {
    const { images } = await inInks(withMarks([], [png(PIXELS, 4, 2)]), 'grey', createReport());
    // Red gives back 0.2126 of the light, which is 0.498 of sRGB, or 127 of 255; green 0.7152: 220; blue 0.0722: 76.
    expect(samplesOf(images[0]!).slice(0, 6)).toEqual([127, 220, 76, 255, 0, 128]);
  });

  it('that are JPEGs are unfolded first', async () => {
    const inked = await inInks(withMarks([], [jpeg(16, 8)]), press, createReport());
    const grey = await inInks(withMarks([], [jpeg(16, 8)]), 'grey', createReport());
    const wanted = [...press(Uint8Array.of(200, 60, 40))];
    samplesOf(inked.images[0]!).forEach((sample, index) => {
      expect(Math.abs(sample - wanted[index % 4]!)).toBeLessThan(8);
    });
    // 0.2126 × 0.578 + 0.7152 × 0.045 + 0.0722 × 0.021 = 0.157 of the light: 0.434 of sRGB, 111 of 255.
    for (const sample of samplesOf(grey.images[0]!)) expect(Math.abs(sample - 111)).toBeLessThan(4);
  });

  it('without colour stay as they are', async () => {
    const grey = png(Array<number>(24).fill(90), 4, 2);
    expect((await inInks(withMarks([], [grey]), press, createReport())).images).toEqual([grey]);
  });

  it('whose data turn out to be damaged are reported', async () => {
    const image = jpeg(16, 8);
    if (image.format === 'samples') throw new Error('no JPEG');
    const bytes = Uint8Array.from(Buffer.from(image.data, 'base64'));
    // The tables that the scan is written by say nothing then.
    const table = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc4);
    bytes.fill(0, table + 5, table + 200);
    const report = createReport();
    await inInks(withMarks([], [{ ...image, data: base64(bytes) }]), 'grey', report);
    expect(report.diagnostics).toMatchObject([{ code: 'picture-broken', where: { file: 'p.jpg' } }]);
  });
});
