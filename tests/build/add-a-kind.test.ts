import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type KindTable, QUESTION_KINDS } from '../../src/assessment/kinds/question-kinds.ts';
import { build } from '../../src/build/build.ts';
import { tablesWith } from '../../src/build/tables/tables.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { passagesOf } from '../../src/pdf/reading/text-of.ts';
import { options } from '../support.ts';
import { oddOneOut } from './odd-one-out.ts';

type Kind = typeof oddOneOut;

const FILES = {
  'pack.md': '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-05\n---\n\nA pack.\n',
  'items.md':
    '## Which is the odd one out?\nid: odd\nkind: odd-one-out\nothers: all of them send out light that they make themselves\n\n- [ ] A lamp\n- [ ] A candle\n- [x] A mirror\n- [ ] The sun\n\nA mirror only turns light back.\n',
  'papers/quiz.md':
    '---\ntitle: Quiz\nduration: 10\nseed: 1\nforms: [A, B]\nsections:\n  - title: One\n    items: [odd]\n---\n',
};

/** Prints the paper and the mark scheme of a pack with one more kind, and compares what is printed with the pack. */
async function printed(kind: Kind, files: Readonly<Record<string, string>> = FILES) {
  const report = createReport();
  const content = Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
  const templates = { templates: [], partials: [], styles: [], words: [] };
  // In the program itself the kind is listed in QUESTION_KINDS, and TaskBody has its body.
  const table = [...QUESTION_KINDS, kind as unknown as KindTable[number]];
  const built = await build(
    [{ id: 'light', folder: 'light', content, pictures: [], templates }],
    readTemplateSet(createReport()),
    options({ products: ['exam-paper', 'mark-scheme'], tables: tablesWith(table) }),
    report,
  );
  const found = report.diagnostics.map(({ code, where, message }) => `${code} ${where.file}: ${message}`);
  return { built, found };
}

const textsOf = async (file: { path: string; bytes: Uint8Array }) =>
  passagesOf((await readPdf(file.path, file.bytes, createReport()))!)
    .map(({ text }) => text)
    .join('\n');

describe('one more kind of question, with a file and a line in the table', () => {
  it('is printed in each form, and has a key and a scheme that agree with the paper', async () => {
    const { built, found } = await printed(oddOneOut);
    expect(found).toEqual([]);
    expect(built.map(({ path }) => path)).toEqual([
      'light/exam-paper/quiz-a.pdf',
      'light/exam-paper/quiz-b.pdf',
      'light/mark-scheme/quiz-scheme.pdf',
    ]);
    const paper = await textsOf(built[0]!);
    expect(paper).toContain('Circle the letter of the odd one out.');
    expect(paper).toContain('A candle');
    expect(paper).not.toContain('all of them send out');
    const scheme = await textsOf(built[2]!);
    expect(scheme).toContain('A mirror');
    expect(scheme).toContain('all of them send out light that they make themselves');
    expect(scheme).toContain('A mirror only turns light back.');
  });

  it('has its fields and its name checked', async () => {
    const items = FILES['items.md'];
    const { found } = await printed(oddOneOut, { ...FILES, 'items.md': items.replace(/others: .*\n/, '') });
    expect(found[0]).toMatch(/^key-missing items.md: This item does not say which one is odd/);
    const misspelt = await printed(oddOneOut, { ...FILES, 'items.md': items.replace('odd-one', 'old-one') });
    expect(misspelt.found.join()).toContain('odd-one-out');
  });

  it.each<[string, Partial<Kind>, RegExp]>([
    ['a wrong key', { key: () => 'E' }, /key-drift .*The key gives “E” for question 1/],
    ['no key', { key: () => '' }, /key-drift .*Question 1 has no entry in the short key, instead of one/],
    [
      'something missing',
      {
        print: (body, printing) => oddOneOut.print(body, { ...printing, order: printing.order.slice(1) }),
      },
      /paper-drift .*Question 1 does not have exactly the same choices as “odd”/,
    ],
    [
      'what only teachers may read',
      {
        print: (body, printing) => {
          const { direction, things } = oddOneOut.print(body, printing);
          return { direction: direction!, things: things!, text: body.others };
        },
      },
      /answer-leaked items.md: The reason of “odd” is for teachers only/,
    ],
  ])('is caught printing %s', async (_, flaw, message) => {
    const { built, found } = await printed({ ...oddOneOut, ...flaw });
    expect(found.join('\n')).toMatch(message);
    expect(built).toEqual([]);
  });

  it('is the recipe in CONTRIBUTING.md', () => {
    const code = readFileSync('tests/build/odd-one-out.ts', 'utf8')
      .replaceAll("'../../src/assessment/kinds/", "'./")
      .replaceAll("'../../src/assessment/", "'../")
      .replaceAll("'../../src/", "'../../");
    const sorted = (text: string) => text.split('\n').sort().join('\n');
    const recipes = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(
      ([, recipe = '']) => sorted(recipe),
    );
    expect(recipes).toContain(sorted(code));
  });
});

describe('the table of kinds', () => {
  it('refuses a field that would mean two things, or that every item would have to give', () => {
    const withFields = (fields: object) => () =>
      tablesWith([...QUESTION_KINDS, { ...oddOneOut, fields } as unknown as KindTable[number]]);
    expect(withFields({ reason: oddOneOut.fields.others })).toThrow('“reason”');
    expect(withFields({ marks: oddOneOut.fields.others })).toThrow('“marks”');
    expect(withFields({ others: oddOneOut.fields.others.unwrap() })).toThrow('“others”');
  });
});
