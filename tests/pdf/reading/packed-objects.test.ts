import { deflateSync } from 'node:zlib';
import { PDFParser } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { UnpackingParser } from '../../../src/pdf/reading/unpacking-parser.ts';

/** Objects as files write them: usual ones, unusual ones, and such as are wrong. */
const OBJECTS = [
  '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595.276 841.89] /Tabs /S >>',
  '<</Type/StructElem/S/P/K[0 1<</Type/MCR/MCID 2/Pg 7 0 R>>]/P 12 0 R/ID(note-1)>>',
  '[1 -2 +3 .5 -.25 5. 0.1 -0 00012 1234567890123456 0.123456789012345678]',
  '[1 0 R 1 1 R 2 0 3 0 R 4 0 5 1.5 0 R]',
  '[true false null /true/A#42 /B#zz / /a]',
  '[(plain) (with \\(escapes\\) \\053) (nested (ones)) () <feff00ad> <FE FF> <>]',
  '<< /A (text) % a comment\n /B 2 % another\n 0 R /C /D >>',
  '<< /Length 3 >> stream\nabc\nendstream',
  '12',
  '(not closed',
  '[1 2',
  '<< /A 1 /B >>',
  '<< A 1 >>',
  '[--5]',
  '[5-3 1.2.3]',
  '[+]',
  '<feff',
  '{}',
  '',
];

/** A file whose only object stream holds objects, from number 10 on. */
function packed(objects: readonly string[], filter = '/Filter /FlateDecode', before = ''): Uint8Array {
  let list = '';
  let body = '';
  objects.forEach((object, index) => {
    list += `${10 + index} ${body.length} `;
    body += `${object}\n`;
  });
  const all = Buffer.from(list + body, 'latin1');
  const stream = filter.includes('Flate') ? deflateSync(all) : all;
  const dict = `<< /Type /ObjStm /N ${objects.length} /First ${list.length} ${filter} /Length ${stream.length} >>`;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 10 0 R >>\nendobj\n2 0 obj\n${before}${dict}`),
      Buffer.from('\nstream\n'),
      stream,
      Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 40 >>\nstartxref\n0\n%%EOF\n'),
    ]),
  );
}

/** All objects that a parser finds, as text, and what it says meanwhile. The stream itself is left out. */
async function objectsIn(parser: PDFParser): Promise<string[]> {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const objects = (await parser.parseDocument()).enumerateIndirectObjects();
  const warnings = said.mock.calls.map((call) => String(call[0]));
  said.mockRestore();
  return [
    ...objects.map(([ref, object]) =>
      ref.objectNumber === 2 ? ref.toString() : `${ref} ${object.constructor.name} ${object}`,
    ),
    ...warnings,
  ];
}

async function expectSame(file: Uint8Array): Promise<void> {
  const ours = await objectsIn(new UnpackingParser(file));
  const librarys = await objectsIn(
    PDFParser.forBytesWithOptions(file, Number.POSITIVE_INFINITY, false, false, true),
  );
  expect(ours).toEqual(librarys);
}

describe('objects in an object stream', () => {
  it.each(OBJECTS.map((object) => [object]))('are those that the library reads: %s', async (object) => {
    await expectSame(packed([object]));
    await expectSame(packed(['<< /First 1 >>', object, '[/last]']));
  });

  it('are found before one that is wrong', async () => {
    const found = await objectsIn(new UnpackingParser(packed(['[1]', '<< A 1 >>', '[2]'])));
    expect(found).toContain('10 0 R PDFArray [ 1 ]');
    expect(found.join('\n')).not.toContain('[ 2 ]');
  });

  it.each([
    ['not compressed', ''],
    ['compressed in a list of filters', '/Filter [/FlateDecode]'],
    ['said to be predicted', '/Filter /FlateDecode /DecodeParms << /Predictor 1 >>'],
  ])('may be %s', async (_, filter) => {
    await expectSame(packed(['[1 0 R]', '(two)'], filter));
  });

  it('are not looked for in what is inside another object', async () => {
    await expectSame(packed(['[1]'], '/Filter /FlateDecode', '[ '));
  });
});
