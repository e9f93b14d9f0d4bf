import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { makeSet, roster, templates } from './make-set.ts';

const option = (id: string, more = '') =>
  `## Which is ${id}?\nid: ${id}\nkind: multiple-choice\n${more}\n- [x] ${id}\n- a lamp\n- a mirror\n- a moon\n- a wall\n`;

/** A pack of files, with worksheets. */
const packOf = (worksheet: string, more: Readonly<Record<string, string>> = {}) => {
  const [optics] = readPackSources(['tests/packs/optics'], 'content', createReport());
  const files = {
    'pack.md': '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n',
    'items.md': [option('ray'), option('beam', 'level: support\n'), option('dust')].join('\n'),
    'worksheets/five.md': `---\ntitle: Five minutes\nitems: [ray, beam, dust]\n${worksheet}---\n\nTick.\n`,
    ...more,
  };
  const content = Object.entries(files).map(([name, text]) => ({ path: `demo/${name}`, name, text }));
  return [
    { ...optics!, id: 'demo', folder: 'demo', content, templates: { ...optics!.templates, templates: [] } },
  ];
};

const CLASS = roster(
  'name,class,seat,style,level\nAda Bell,8C,1,,support\nBen Cole,8C,2,dyslexia,core\nCem Dal,8C,3,,Stretch\nDee Eyre,8C,4,,\n',
  'rosters/8c.csv',
);

const setOf = (packs: ReturnType<typeof packOf>, exam = 'five', list = CLASS) =>
  makeSet({ roster: list, exam, spares: 1 }, undefined, templates.templates, packs);

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    texts.push(text.replaceAll('\u00A0', ' '));
  }
  return texts.filter((text) => text.trim() !== '');
}

describe('a class set of a worksheet in two forms', () => {
  let made: Awaited<ReturnType<typeof makeSet>>;
  let pages: string[];
  beforeAll(async () => {
    made = await setOf(packOf('forms: 2\n'));
    pages = await pagesOf(made.files[0]!.bytes);
  }, 60_000);

  it('is one file, a list and a seating plan, without a sheet for marks', () => {
    expect(made.report.diagnostics).toEqual([]);
    expect(made.files.map(({ path }) => path)).toEqual([
      'demo/class-set/8c/five.pdf',
      'demo/class-set/8c/five-list.pdf',
      'demo/class-set/8c/five-seats.pdf',
    ]);
    expect(made.built!.sums).toMatchObject({ copies: 4, spares: 1 });
  });

  it('has each pupil’s name, class, seat and code on their own copy', () => {
    const names = ['Ada Bell', 'Ben Cole', 'Cem Dal', 'Dee Eyre'];
    expect(pages).toHaveLength(5);
    names.forEach((name, index) => {
      expect(pages.map((page) => page.includes(name))).toEqual(pages.map((_, at) => at === index));
      expect(pages[index]).toContain('8C');
      expect(pages[index]).toMatch(new RegExp(`Seat ${index + 1} · [AB][0-9A-Z]{5}-00${index + 1}-[0-9A-Z]`));
    });
    expect(pages[4]).toContain('Spare 1');
  });

  it('gives forms in turn, the style of the row, and the level of the row where it has one', () => {
    expect(pages.map((page) => /· ([AB])[0-9A-Z]{5}-/.exec(page)![1])).toEqual(['A', 'B', 'A', 'B', 'A']);
    expect(pages.map((page) => page.includes('Which is beam?'))).toEqual([true, false, false, false, false]);
    expect(Object.fromEntries(made.built!.sums.styles.map(({ name, copies }) => [name, copies]))).toEqual({
      dyslexia: 1,
      standard: 4,
    });
  });

  it('lists who gets which level', async () => {
    const list = (await pagesOf(made.files[1]!.bytes)).join(' ');
    expect(list).toContain('Level');
    expect(list).toContain('support');
  });
});

describe('a class set of a worksheet', () => {
  it('in one form has no warning of neighbours, nor a level that it does not print', async () => {
    const made = await setOf(
      packOf('levels: [core]\n').map((pack) => ({
        ...pack,
        content: pack.content.map((file) => ({ ...file, text: file.text.replace('level: support\n', '') })),
      })),
    );
    expect(made.report.diagnostics).toEqual([]);
    const pages = await pagesOf(made.files[0]!.bytes);
    for (const page of pages) expect(page).not.toContain('core');
  });

  it.each([
    ['level-unknown', 'Did you mean “support”?', packOf(''), roster('name,level\nAda,suport\n')],
    [
      'collision',
      'Rename the file of one of them.',
      packOf('', {
        'items.md': option('ray'),
        'worksheets/five.md': '---\ntitle: Five\nitems: [ray]\n---\n',
        'papers/five.md':
          '---\ntitle: Five\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [ray]\n---\n',
      }),
      roster('name\nAda\n'),
    ],
  ])('reports %s', async (code, hint, packs, list) => {
    const { report, built } = await setOf(packs, 'five', list);
    expect(built).toBeUndefined();
    expect(report.diagnostics.map((one) => [one.code, one.hint])).toContainEqual([code, hint]);
  });

  it('suggests a worksheet where the name is nearly right', async () => {
    const { report } = await setOf(packOf(''), 'fife');
    expect(report.diagnostics.map((one) => [one.code, one.hint])).toEqual([
      ['exam-unknown', 'Did you mean “five”?'],
    ]);
  });
});
