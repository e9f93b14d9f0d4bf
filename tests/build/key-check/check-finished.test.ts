import { describe, expect, it } from 'vitest';
import { build } from '../../../src/build/build.ts';
import type { PackDraft } from '../../../src/build/jobs/draft.ts';
import { checkFinished } from '../../../src/build/read-back/check-finished.ts';
import { readPackSources, readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Laid, StructureNode } from '../../../src/pages/laid.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { isReadBack } from '../../../src/templates/readers.ts';
import { fonts, layOutFolder, layOutPack, options } from '../../support.ts';
import { mapTexts } from '../map-texts.ts';

const templates = readTemplateSet(createReport());

/** Papers and schemes of a pack, as they come. */
const laidOut = (folder: string) =>
  layOutFolder(folder, { products: ['exam-paper', 'mark-scheme'] }).documents as readonly {
    draft: PackDraft;
    pages: Laid;
  }[];

/** Does something to one file, paints all, reads them back and checks them. */
async function found(
  documents: ReturnType<typeof laidOut>,
  name = '',
  tamper: (laid: Laid) => Laid = (laid) => laid,
  title = 'A paper',
): Promise<string[]> {
  const report = createReport();
  const finished = [];
  let tampered = name === '';
  for (const { draft, pages } of documents) {
    if (!isReadBack(draft.job)) continue;
    const own = draft.job.name.endsWith(name) && name !== '';
    tampered ||= own;
    const info = { title: own ? title : 'A paper', lang: 'en', date: new Date(0) };
    const pdf = await readPdf(draft.job.name, paint(own ? tamper(pages) : pages, fonts, info), report);
    finished.push({ draft, pdf: pdf! });
  }
  expect(tampered).toBe(true);
  const printed = [...templates.templates, ...templates.partials].map(({ text }) => text);
  checkFinished(finished, printed, report);
  return report.diagnostics.map(({ code, message }) => `${code}: ${message.replace(/^[^ ]*\.pdf: /, '')}`);
}

/** Another text in place of each that is just this one, or of that one of them. */
const said =
  (from: string, to: string, only?: number) =>
  (laid: Laid): Laid => {
    let count = 0;
    const changed = mapTexts(laid, (mark) => {
      if (mark.text.replaceAll('\u00a0', ' ').trim() !== from) return mark;
      count++;
      return only === undefined || count === only ? { ...mark, text: to } : mark;
    });
    expect(count).toBeGreaterThanOrEqual(only ?? 1);
    return changed;
  };

const swapped = (one: string, other: string) => (laid: Laid) =>
  said('~', other)(said(other, one)(said(one, '~')(laid)));

const optics = laidOut('tests/packs/optics');

describe('finished papers and mark schemes', () => {
  it('agree as they come', async () => {
    expect(await found(optics)).toEqual([]);
  });

  it('agree in every form of a larger pack', async () => {
    expect(await found(laidOut('content/never-let-me-go'))).toEqual([]);
  });
});

/** Where things stand in form A of the optics paper: it is drawn by lot, but always the same. */
const PAPER = 'exam-paper/quiz-a';
const SCHEME = 'mark-scheme/quiz-scheme';

describe('a finished paper', () => {
  it.each([
    ['a question twice', said('2', '1', 1), /^paper-drift: Question 1 is printed 2 times/],
    ['a question nowhere', said('2', '1', 1), /^paper-drift: Question 2 is printed nowhere/],
    [
      'a number of its own',
      said('2', '22', 1),
      /^paper-drift: Question 22 is printed once, but the form has it nowhere/,
    ],
    [
      'another word in a question',
      said('How does light travel in air?', 'How does sound travel in air?'),
      /^paper-drift: Question \d+ does not start with the words of “travel”/,
    ],
    [
      'another word in an option',
      said('In circles', 'In squares'),
      /^paper-drift: Question \d+ does not have exactly the same choices as “travel”/,
    ],
    [
      'other marks at a task',
      said('[2 marks]', '[3 marks]', 1),
      /^marks-drift: Question \d+ is worth 2, but the paper says 3/,
    ],
    [
      'no marks at a task',
      said('[2 marks]', '', 1),
      /^marks-drift: Question \d+ is worth 2, but the paper says nothing/,
    ],
    [
      'another total of a section',
      said('[10 marks]', '[11 marks]'),
      /^marks-drift: The marks in “Part one” add up to 10, but its heading says 11/,
    ],
    [
      'another total of a section on its cover',
      said('10', '12', 1),
      /^marks-drift: The marks in “Part one” add up to 10, but the cover says something else/,
    ],
    [
      'another total of all',
      said('24 marks', '25 marks', 1),
      /^marks-drift: All marks add up to 24, but the cover says 25/,
    ],
    [
      'options in each other’s places',
      swapped('In circles', 'In straight lines'),
      /^key-drift: The key gives “B” for question 3, but that is not the right answer/,
    ],
    // Those before it are for marks, on the cover.
    ['which box to tick', said('☐', '☑', 6), /^paper-drift: A box in question 2 is already ticked/],
  ])('is caught saying %s', async (_, tamper, message) => {
    const messages = await found(optics, PAPER, tamper);
    expect(messages.filter((one) => message.test(one))).toHaveLength(1);
  });
});

describe('a finished mark scheme', () => {
  it.each([
    [
      'another letter',
      said('B', 'C', 1),
      /^key-drift: The key gives “C” for question 3, but that is not the right answer/,
    ],
    ['an option too many', said('A, B', 'A, B, C', 1), /^key-drift: The key gives “A, B, C” for question 2/],
    ['another order', said('2, 1, 3', '1, 2, 3'), /^key-drift: The key gives “1, 2, 3” for question 1/],
    ['another pair', said('1A, 2B', '1A, 2C'), /^key-drift: The key gives “1A, 2C” for question 5/],
    [
      'another verdict',
      said('1 true, 2 false', '1 true, 2 true'),
      /^key-drift: The key gives “1 true, 2 true” for question 4/,
    ],
    [
      'another word',
      said('1 lines, 2 mirror', '1 lines, 2 lens', 1),
      /^key-drift: The key gives “1 lines, 2 lens” for question 6/,
    ],
    [
      'two entries',
      said('4', '3', 1),
      /^key-drift: Question 3 has 2 entries in the short key, instead of one/,
    ],
    ['no entry', said('4', '3', 1), /^key-drift: Question 4 has no entry in the short key, instead of one/],
    [
      'an entry that the paper has no question for',
      said('5', '55', 1),
      /^key-drift: The key has an answer to question 55, but the paper has no such question/,
    ],
    [
      'two rows for a question',
      said('A2 B4', 'A4 B2'),
      /^key-drift: Question 4 has 2 entries in the mark scheme, instead of one/,
    ],
    [
      'no row for a question',
      said('A2 B4', 'A4 B2'),
      /^key-drift: Question 2 has no entry in the mark scheme, instead of one/,
    ],
    ['other marks', said('3', '4', 4), /^marks-drift: Question 4 is worth 3, but its mark scheme says 4/],
  ])('is caught saying %s', async (_, tamper, message) => {
    const messages = await found(optics, SCHEME, tamper);
    expect(messages.filter((one) => message.test(one))).not.toEqual([]);
  });
});

describe('a file for pupils', () => {
  const SECRET = 'A mark for each arrow.';
  const first = (node: StructureNode, more: object): StructureNode => ({
    ...node,
    children: node.children.map((child, index) =>
      index === 0 && 'role' in child ? { ...child, ...more } : child,
    ),
  });

  it.each<[string, (laid: Laid) => Laid, string]>([
    ['on a page', said('Answer in ink.', SECRET), 'on page 1'],
    ['small, in the foot', said('A quiz on light', SECRET, 2), 'on page'],
    [
      'in a description',
      (laid) => ({ ...laid, structure: first(laid.structure, { alt: SECRET }) }),
      'not visible',
    ],
    [
      'in a bookmark',
      (laid) => ({ ...laid, outline: [{ title: SECRET, level: 1, page: 0 }] }),
      'not visible',
    ],
  ])('is caught telling what only teachers are to read %s', async (_, tamper, where) => {
    const [leak, ...others] = (await found(optics, PAPER, tamper)).filter((one) =>
      one.startsWith('answer-leaked'),
    );
    expect(leak).toContain('guidance');
    expect(leak).toContain(where);
    expect(others.every((one) => one.includes('answer-leaked'))).toBe(true);
  });

  it('is caught with it in its title', async () => {
    const messages = await found(optics, PAPER, (laid) => laid, SECRET);
    expect(messages.some((one) => one.startsWith('answer-leaked') && one.includes('not visible'))).toBe(true);
  });

  it.each<[string, (laid: Laid) => Laid, string]>([
    [
      'on a page',
      said('Answer in ink.', '1 true, 2 false'),
      '“1 true, 2 false” gives the answer away on page 1',
    ],
    [
      'in a description',
      (laid) => ({ ...laid, structure: first(laid.structure, { alt: 'Key: B' }) }),
      '“Key: B” gives the answer away in a place that is not visible',
    ],
  ])('is caught telling letters of the key %s', async (_, tamper, message) => {
    const messages = await found(optics, PAPER, tamper);
    expect(messages.filter((one) => one.startsWith('answer-leaked') && one.includes(message))).toHaveLength(
      1,
    );
  });

  it('stops the build, at the place where the text was written', async () => {
    const report = createReport();
    const [source] = readPackSources(['tests/packs/optics'], 'content', report);
    const telling = templates.templates.map((template) =>
      template.name === 'exam-paper.md.hbs'
        ? {
            ...template,
            text: `${template.text}\n{{#each pack.levels}}\n{{markdown body}}\n{{/each}}\n`,
          }
        : template,
    );
    const files = await build(
      [source!],
      { ...templates, templates: telling },
      options({ products: ['exam-paper'] }),
      report,
    );
    expect(files).toEqual([]);
    expect(report.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')).toContain(
      'answer-leaked',
    );
    expect(report.diagnostics[0]!.where.file).toBe('tests/packs/optics/levels.md');
  });
});

describe('finished worksheets', () => {
  const sheets = layOutFolder('content/never-let-me-go', { products: ['worksheet'] }).documents as ReturnType<
    typeof laidOut
  >;

  it('may show answers where their author wants them', async () => {
    expect(await found(sheets)).toEqual([]);
  });

  it('may not where the answers are to be apart', async () => {
    const apart = sheets.map(({ draft, pages }) => {
      const worksheets = draft.assessment.worksheets.map((one) => ({ ...one, answers: 'apart' as const }));
      return { pages, draft: { ...draft, assessment: { ...draft.assessment, worksheets } } };
    });
    const told = await found(apart);
    // Answers that are not meant to be there look like more questions, too.
    for (const code of told)
      expect(code).toMatch(/answer-leaked|^paper-drift: Question \d+ is printed 2 times/);
    // Upside down, and on the last page.
    for (const item of ['norfolk-tape-why', 'time-river'])
      expect(told.filter((one) => one.includes(`answer of “${item}”`))).toHaveLength(3);
  });
});

describe('a worksheet in two forms, and its key', () => {
  const option = (id: string, more = '') =>
    `## Which is ${id}?\nid: ${id}\nkind: multiple-choice\nthemes: [light]\n${more}\n- [x] ${id}\n- a lamp\n- a mirror\n- a moon\n- a wall\n`;
  const { documents, report } = layOutPack(
    {
      'themes.md': '## Light\nclaim: It shines.\n\nText.\n',
      'items.md': [
        option('ray'),
        option('beam', 'level: support\n'),
        option('dust', 'level: stretch\n'),
        '## Look.\nid: parts\n\n### (a) What is dark?\n\nNo light at all.\n\n### (b) Put in order.\nkind: ordering\n\n- dawn\n- noon\n- dusk\n- night\n',
        // Not on the author's own sheet, so that there is one of the theme.
        option('glow'),
      ].join('\n'),
      'worksheets/sheet.md': '---\ntitle: Sheet\nitems: [ray, beam, dust, parts]\nforms: 2\n---\n',
    },
    { products: ['worksheet'] },
  );
  const sheets = documents as ReturnType<typeof laidOut>;
  const textsOf = (name: string) => {
    const all: string[] = [];
    const { pages } = sheets.find(({ draft }) => draft.job.name.endsWith(name))!;
    mapTexts(pages, (mark) => {
      all.push(mark.text.replaceAll('\u00a0', ' ').trim());
      return mark;
    });
    return all;
  };

  it('agree as they come', async () => {
    expect(report.diagnostics).toEqual([]);
    expect(sheets.map(({ draft }) => draft.job.name.replace(/.*\//, ''))).toEqual([
      ...['light-support', 'light-core', 'light-stretch', 'light-key'],
      ...['sheet-support-a', 'sheet-support-b', 'sheet-core-a', 'sheet-core-b'],
      ...['sheet-stretch-a', 'sheet-stretch-b', 'sheet-key'],
    ]);
    expect(await found(sheets)).toEqual([]);
  });

  it('have an answer for each form in one line, where the forms differ', () => {
    expect(textsOf('sheet-key').join(' ')).toMatch(/A: [A-E]; B: [A-E]/);
  });

  it.each([
    [
      'another option in a sheet',
      'sheet-core-b',
      said('a moon', 'a sun'),
      /^paper-drift: Question 1 does not have/,
    ],
    ['an option in another place', 'sheet-core-a', swapped('ray', 'a lamp'), /^key-drift: .*for question 1/],
    [
      'an option in another place at one level',
      'light-support',
      swapped('beam', 'a lamp'),
      /^key-drift: .*for question 3/,
    ],
    [
      'steps in another order',
      'sheet-stretch-b',
      swapped('dawn', 'night'),
      /^key-drift: .*for question 2\(b\)/,
    ],
    [
      'another number in a key',
      'sheet-key',
      said('2', '7', 1),
      /^key-drift: The key says 7 where question 2/,
    ],
    ['a question nowhere', 'light-core', said('1', '5', 1), /^paper-drift: Question 1 is printed nowhere/],
  ])('%s is found', async (_, name, tamper, message) => {
    const told = await found(sheets, name, tamper);
    expect(told.length).toBeGreaterThan(0);
    expect(
      told.some((one) => message.test(one)),
      told.join('\n'),
    ).toBe(true);
  });
});

describe('letters that the author wrote in a question', () => {
  it('are a list on paper, and taken for no part and no option', async () => {
    const { report, documents } = layOutPack(
      {
        'items.md':
          '## What are these?\nkind: short\nmarks: 2\n\nAn egg and a hen.\n\n### Task\n\nSay of each:\n(a) the egg\n(b) the hen\n\nA. one\nB. two\n',
        'papers/quiz.md':
          '---\ntitle: Quiz\nduration: 10\nseed: 1\nsections:\n  - title: One\n    items: [what-are-these]\n---\n',
      },
      { products: ['exam-paper'] },
    );
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(documents[0]!.pages.structure)).toMatch(/LowerAlpha.*UpperAlpha/);
    expect(await found(documents as ReturnType<typeof laidOut>)).toEqual([]);
  });
});
