import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { FORMATS_IN } from '../../../../src/exchange/formats-in.ts';
import type { Imported } from '../../../../src/exchange/in/imported.ts';
import { readImport } from '../../../../src/exchange/in/opening/read-import.ts';
import { EMPTY_PACK, findings, importInto, readBack } from '../support.ts';
import { bold, paragraph, run, table, wordFile } from './word-file.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function read(bytes: Uint8Array): Promise<Imported> {
  const report = createReport();
  const found = await readImport('sheet.docx', bytes, FORMATS_IN, undefined, report);
  expect(findings(report).filter((finding) => !finding.includes('import-mended'))).toEqual([]);
  expect(found!.format.name).toBe('word');
  return found!.imported;
}

const entriesIn = ({ entries }: Imported) => entries.map(({ kind, name, body }) => [kind, name, body]);
const lossesIn = ({ losses }: Imported) => losses.map(({ what, text }) => [what, text]);

describe('a Word document', () => {
  it('has headings by their styles, and where they are only bold or numbered by hand', async () => {
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Title') +
          bold('1. How bread rises') +
          paragraph('Yeast eats sugar. It makes gas.') +
          bold('1.1 Salt') +
          paragraph('Salt slows yeast down. It adds taste.') +
          paragraph('Flour', 'Heading1') +
          paragraph('Flour is ground grain. It holds gas.'),
      ),
    );
    expect(imported.about.title).toBe('Bread');
    expect(entriesIn(imported)).toEqual([
      [
        'analysis',
        '1. How bread rises',
        'It makes gas.\n\n### 1.1 Salt\n\nSalt slows yeast down. It adds taste.',
      ],
      ['analysis', 'Flour', 'It holds gas.'],
    ]);
  });

  it('has questions with typed numbers and their answers', async () => {
    const imported = await read(
      wordFile(
        paragraph('Questions', 'Heading1') +
          paragraph('1. What does yeast eat?') +
          paragraph('Sugar.') +
          paragraph('2) Why does bread have holes?') +
          paragraph('Gas is caught in it.'),
      ),
    );
    expect(entriesIn(imported)).toEqual([
      ['items', 'What does yeast eat?', 'Sugar.'],
      ['items', 'Why does bread have holes?', 'Gas is caught in it.'],
    ]);
  });

  it('has lists in lists, and two lists that follow one another stay two', async () => {
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') +
          paragraph('flour', '', [1, 0]) +
          paragraph('rye', '', [1, 1]) +
          paragraph('water', '', [1, 0]) +
          paragraph('mix', '', [2, 0]) +
          paragraph('bake', '', [2, 0]),
      ),
    );
    expect(entriesIn(imported)).toEqual([['parts', 'Bread', '- flour\n  - rye\n- water\n\n1. mix\n2. bake']]);
  });

  it('has tables, bold and italic words, quotations and raised figures', async () => {
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') +
          paragraph(
            run('Weigh the flour. Take ') +
              run('500', '<w:b/>') +
              run(' g, 10') +
              run('3', '<w:vertAlign w:val="superscript"/>') +
              run(' crumbs.'),
          ) +
          table(['flour', 'grams'], ['rye | wheat', '500']) +
          paragraph('Bread is the staff of life.', 'Quote'),
      ),
    );
    expect(entriesIn(imported)).toEqual([
      [
        'analysis',
        'Bread',
        'Take **500** g, 10³ crumbs.\n\n| flour | grams |\n| --- | --- |\n| rye \\| wheat | 500 |',
      ],
      ['quotations', 'Bread is the staff of life', 'Bread is the staff of life.'],
    ]);
  });

  it('has figures above and below the line as LibreOffice writes them', async () => {
    const moved = (text: string, by: number) => run(text, `<w:position w:val="${by}"/><w:sz w:val="19"/>`);
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') +
          paragraph(run('10') + moved('3', 8) + run(' H') + moved('2', -4) + run('O, not ') + moved('5', 0)),
      ),
    );
    expect(entriesIn(imported)).toEqual([['parts', 'Bread', '10³ H₂O, not 5']]);
  });

  it('has its pictures, with what they show', async () => {
    const picture = (alt: string) =>
      paragraph(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      );
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') + picture('A loaf [round]') + picture(''),
        {},
        { 'word/media/one.png': PNG },
      ),
    );
    expect(entriesIn(imported)).toEqual([
      [
        'parts',
        'Bread',
        '![A loaf \\[round\\]](pictures/sheet-1.png)\n\n![sheet-2.png](pictures/sheet-2.png)',
      ],
    ]);
    expect(imported.pictures.map(({ bytes }) => Buffer.from(bytes).equals(PNG))).toEqual([true, true]);
    expect(lossesIn(imported)).toEqual([
      ['what the picture pictures/sheet-2.png shows, which the source does not say: write it', ''],
    ]);
  });

  it('has footnotes and endnotes where they are referred to; those of headings are listed', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`;
    const imported = await read(
      wordFile(
        paragraph(run('Bread') + reference('footnote', 3), 'Heading1') +
          paragraph(run('Rye') + reference('footnote', 2) + run(' is a grain.') + reference('endnote', 2)),
        {
          'footnotes.xml': {
            element: 'w:footnotes',
            inner: note('footnote', 2, 'Secale [cereale].') + note('footnote', 3, 'Or loaf.'),
          },
          'endnotes.xml': { element: 'w:endnotes', inner: note('endnote', 2, 'See page 3.') },
        },
      ),
    );
    expect(entriesIn(imported)).toEqual([
      ['parts', 'Bread', 'Rye^[Secale \\[cereale\\].] is a grain.^[See page 3.]'],
    ]);
    expect(lossesIn(imported)).toEqual([['a footnote to a heading', 'Or loaf.']]);
  });

  it('names what does not come in: comments, tracked changes, equations, charts, heads and feet', async () => {
    const part = (element: string, text: string) => ({ element, inner: paragraph(text) });
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') +
          paragraph(
            run('Rye ') +
              '<w:del><w:r><w:delText>and wheat</w:delText></w:r></w:del>' +
              `<w:ins>${run('and oats')}</w:ins>` +
              run(' weigh ') +
              '<m:oMath><m:r><m:t>m=2</m:t></m:r></m:oMath>' +
              run('.'),
          ),
        {
          'comments.xml': {
            element: 'w:comments',
            inner: `<w:comment w:id="1" w:author="Ada">${paragraph('Is this so?')}</w:comment>`,
          },
          'header1.xml': part('w:hdr', 'Class 7'),
          'footer1.xml': part('w:ftr', 'Page one'),
          'charts/chart1.xml': {
            element: 'c:chartSpace',
            inner: '<c:chart><c:cat><c:pt idx="0"><c:v>Rye sold</c:v></c:pt></c:cat></c:chart>',
          },
          'diagrams/data1.xml': { element: 'dgm', inner: '<a:p><a:r><a:t>Mix, then bake</a:t></a:r></a:p>' },
        },
      ),
    );
    expect(entriesIn(imported)).toEqual([['parts', 'Bread', 'Rye and oats weigh .']]);
    expect(lossesIn(imported).sort()).toEqual([
      ['a chart', 'Rye sold'],
      ['a comment', 'Is this so?'],
      ['a diagram (SmartArt)', 'Mix, then bake'],
      ['an equation', 'm=2'],
      ['text that was deleted with changes tracked', 'and wheat'],
      ['the foot of the pages', 'Page one'],
      ['the head of the pages', 'Class 7'],
    ]);
  });

  it('has the words of text boxes, once', async () => {
    const box = `<w:txbxContent>${paragraph('In a box.')}</w:txbxContent>`;
    const imported = await read(
      wordFile(
        paragraph('Bread', 'Heading1') +
          paragraph(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
      ),
    );
    expect(entriesIn(imported)).toEqual([['parts', 'Bread', 'In a box.']]);
    expect(imported.losses).toEqual([]);
  });

  it('is refused in words if it is damaged', async () => {
    for (const bytes of [wordFile('<w:p>'), wordFile(paragraph('Bread')).slice(0, 600)]) {
      const report = createReport();
      expect(await readImport('sheet.docx', bytes, FORMATS_IN, undefined, report)).toBeUndefined();
      expect(report.diagnostics).toMatchObject([{ code: 'import-refused', where: { file: 'sheet.docx' } }]);
    }
  });
});

/** Words that are told apart from one another and from everything that an import writes. */
const numbered = (kinds: readonly string[]) => {
  let count = 0;
  const next = () => `w${++count}x`;
  const some = () => `${next()} ${next()} ${next()}`;
  const made: Readonly<Record<string, () => string>> = {
    heading: () => paragraph(next(), 'Heading1'),
    subheading: () => paragraph(`${next()} ${next()}`, 'Heading2'),
    bold: () => bold(some()),
    text: () => paragraph(`${some()}. ${some()}.`),
    question: () => paragraph(`${some()}?`),
    area: () => paragraph(`Themes ${next()}`, 'Heading1'),
    questions: () => paragraph(`Questions ${next()}`, 'Heading1'),
    term: () => paragraph(run(next(), '<w:b/>') + run(`: ${some()}.`)),
    quote: () => paragraph(some(), 'Quote'),
    quoted: () => paragraph(`“${some()} ${next()}.”`),
    item: () => paragraph(some(), '', [1, 0]),
    inner: () => paragraph(some(), '', [1, 1]),
    table: () => table([next(), next()], [next(), next()]),
    deleted: () => paragraph(`<w:del><w:r><w:delText>${some()}</w:delText></w:r></w:del>${run(next())}`),
    equation: () => paragraph(`<m:oMath><m:r><m:t>${next()}</m:t></m:r></m:oMath>`),
  };
  const body = kinds.map((kind) => made[kind]!()).join('');
  return { body, words: Array.from({ length: count }, (_, index) => `w${index + 1}x`) };
};

describe('any Word document', () => {
  const kind = fc.constantFrom(
    ...'heading subheading bold text question area questions term quote quoted item inner table deleted equation'.split(
      ' ',
    ),
  );

  it('has every word of its source in an entry or in the list of what is lost, and its pack can be read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 12 }), async (kinds) => {
        const { body, words } = numbered(kinds);
        const imported = await read(wordFile(body));
        const { about, entries, losses } = imported;
        const said = JSON.stringify([about, entries, losses.map(({ text }) => text)]);
        expect(words.filter((word) => !said.includes(word))).toEqual([]);
        const { report } = readBack(importInto(EMPTY_PACK, imported).pack);
        const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
        expect(
          errors
            .map(({ code, message }) => `${code} ${message}`)
            .filter((one) => !one.startsWith('empty-pack')),
        ).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
