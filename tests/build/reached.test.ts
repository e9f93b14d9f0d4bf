import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { lintPack } from '../../src/assessment/lint/lint-pack.ts';
import { layOutAll } from '../../src/build/build.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Mark } from '../../src/pages/page.ts';
import { layOutFolder, options } from '../support.ts';
import { english } from '../words-in.ts';

const saidBy = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? saidBy(mark.marks) : ' '))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

const PACK = {
  'pack.md': '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n---\n\nA pack.\n',
  'book.md': '---\ntitle: Lamps\nauthor: A. Writer\npublished: 2001\nnarrator: ada\n---\n',
  'chapters.md':
    '## 1\ntitle: One\n\nFirst.\n\n## 2\ntitle: Two\n\nSecond.\n\n## 3\ntitle: Three\n\nThird.\n',
  'characters.md': '## Ada\nrole: minor\nclaim: She tells it.\n\nAda.\n',
  'themes.md': '## Light\nclaim: It shines.\nreached: 1\n\nIt shines.\n',
  'quotations.md': [1, 2, 3]
    .map(
      (chapter) =>
        `## lamp-${chapter}\nchapter: ${chapter}\nspeaker: narrator\nthemes: []\nprovenance: unverified\n\nLamp number ${chapter} was lit.\n`,
    )
    .join('\n'),
  'items.md': [1, 2, 3]
    .map(
      (chapter) =>
        `## Who lights lamp ${chapter}?\nid: who-${chapter}\nmarks: 1\nchapters: [${chapter}]\nthemes: [light]\ntags: [lamps]\n\nAda.\n`,
    )
    .join('\n'),
};

const listed = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ path: name, name, text }));

function assessed(files: Readonly<Record<string, string>>) {
  const report = createReport();
  const pack = readPack('demo', 'demo', listed({ ...PACK, ...files }), TABLES.entryKinds, report)!;
  const assessment = readAssessment(pack, TABLES.questionKinds, english, report);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  lintPack({ pack, assessment }, report);
  return { assessment, found: report.diagnostics.filter(({ code }) => code === 'lint-beyond-reading') };
}

/** What `lint` finds beyond the reading, as file and message. */
const beyond = (files: Readonly<Record<string, string>>) =>
  assessed(files).found.map(({ where, message }) => `${where.file}:${where.line} ${message}`);

const worksheet = (fields: string, text = 'Answer.') => ({
  'worksheets/one.md': `---\ntitle: One\n${fields}---\n\n${text}\n`,
});

describe('what a class has reached', () => {
  it('limits what worksheets choose, papers pick and worksheets of themes have', () => {
    const { assessment } = assessed({
      ...worksheet('tags: [lamps]\nreached: 2\n'),
      'papers/paper.md':
        '---\ntitle: Paper\nduration: 10\nreached: 2\nsections:\n  - title: A\n    pick: { count: 2 }\n---\n',
    });
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    expect(ids(assessment.worksheets[0]!.items)).toEqual(['who-1', 'who-2']);
    expect(ids(assessment.papers[0]!.paper.sections[0]!.items)).toEqual(['who-1', 'who-2']);
    // What the paper asks is not on the worksheet of the theme, and the theme has reached chapter 1.
    expect(assessment.themeWorksheets).toEqual([]);
  });

  it('finds items and instructions of a worksheet that are beyond it, at their lines', () => {
    expect(beyond(worksheet('items: [who-1, who-3]\nreached: 2\n'))).toEqual([
      'items.md:19 This is about chapter 3, but “One” is for a class that has read up to chapter 2.',
    ]);
    expect(beyond(worksheet('items: [who-1]\nreached: 2\n', 'Use chapters 1 to 3.'))).toEqual([
      'worksheets/one.md:7 This is about chapter 3, but “One” is for a class that has read up to chapter 2.',
    ]);
    expect(beyond(worksheet('items: [who-1]\nreached: 2\n', 'Use chapters 1 and 2.'))).toEqual([]);
  });

  it('finds later chapters in questions, and in answers that pupils see', () => {
    const items = (stem: string, answer: string) => ({
      'items.md': `## ${stem}\nid: who-1\nmarks: 1\nthemes: [light]\n\n${answer}\n`,
    });
    const sheet = (answers: string) => worksheet(`items: [who-1]\nreached: 2\nanswers: ${answers}\n`);
    expect(beyond({ ...items('Who lights it in chapter 3?', 'Ada.'), ...sheet('apart') })).toHaveLength(1);
    expect(
      beyond({ ...items('Who lights it?', 'Ada, as ch. 3 tells.'), ...sheet('last-page') }),
    ).toHaveLength(1);
    expect(beyond({ ...items('Who lights it?', 'Ada, as ch. 3 tells.'), ...sheet('apart') })).toEqual([]);
  });

  it('finds later chapters and quotations in what has a handout', () => {
    const theme = (fields: string, text: string) => ({
      'themes.md': `## Light\nclaim: It shines.\n${fields}reached: 1\n\n${text}\n`,
    });
    expect(beyond(theme('quotations: [lamp-1]\n', 'It shines.'))).toEqual([]);
    expect(beyond(theme('quotations: [lamp-1, lamp-2]\n', 'It shines.'))).toEqual([
      'themes.md:3 This is about chapter 2, but “Light” is for a class that has read up to chapter 1.',
    ]);
    expect(beyond(theme('', 'It goes out in chapter 3.'))).toHaveLength(1);
  });
});

describe('a product that says what the class has reached', () => {
  const product = (reached: string) => ({
    path: 'templates/early.md.hbs',
    name: 'early.md.hbs',
    text: `---\ntitle: Early\ndescription: Early.\nreached: ${reached}\n---\n# Early\n\n{{#each pack.chapters}}\n- {{text title}}\n{{/each}}\n{{#each pack.quotations}}\n- {{text paragraphs.[0]}}\n{{/each}}\n{{#each pack.items}}\n- {{text stem}}\n{{/each}}\n`,
  });
  function printed(reached: string) {
    const report = createReport();
    const templates = { templates: [product(reached)], partials: [], styles: [], words: [] };
    const source = { id: 'demo', folder: 'demo', content: listed(PACK), pictures: [], templates };
    const documents = layOutAll([source], readTemplateSet(report), options({ products: ['early'] }), report);
    return {
      text: documents.map(({ pages }) => saidBy(pages.pages.flatMap(({ marks }) => marks))).join(' '),
      report,
    };
  }

  it('prints nothing of later chapters', () => {
    const { text, report } = printed('2');
    expect(report.diagnostics).toEqual([]);
    expect(text).toContain('Lamp number 2');
    expect(text).toContain('Who lights lamp 2?');
    expect(text).not.toMatch(/Three|number 3|lamp 3/);
  });

  it('says at its foot after which chapter it may be handed out', () => {
    expect(printed('2').text).toContain('For after chapter 2');
  });

  it('must name a chapter of the pack', () => {
    expect(printed('7').report.diagnostics).toMatchObject([
      { code: 'reference-unknown', where: { file: 'templates/early.md.hbs', line: 4 } },
    ]);
  });
});

it('is said at the foot of what tells the ending, and of nothing for a class at any chapter', () => {
  const feet = (product: string, files: Readonly<Record<string, string>> = {}) => {
    const report = createReport();
    const templates = { templates: [], partials: [], styles: [], words: [] };
    const source = {
      id: 'demo',
      folder: 'demo',
      content: listed({ ...PACK, ...files }),
      pictures: [],
      templates,
    };
    return layOutAll([source], readTemplateSet(report), options({ products: [product] }), report).map(
      ({ pages }) => /For after [a-z]+\s\d+/.exec(saidBy(pages.pages.flatMap(({ marks }) => marks)))?.[0],
    );
  };
  const theme = { 'themes.md': '## Light\nclaim: It shines.\n\nIt shines.\n' };
  expect(feet('handout')).toEqual(['For after chapter 1']);
  expect(feet('handout', theme)).toEqual(['For after chapter 3']);
  expect(feet('reading-guide', theme)).toEqual([undefined]);
  const sheets = feet('worksheet', worksheet('tags: [lamps]\nreached: 2\n'));
  expect(sheets).toContain('For after chapter 2');
  // The teacher’s key says nothing.
  expect(sheets).toContain(undefined);
});

it('is said by the worksheets of Never Let Me Go, and kept', () => {
  const [source] = readPackSources(['content/never-let-me-go'], 'content', createReport());
  const report = createReport();
  const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
  const assessment = readAssessment(pack, TABLES.questionKinds, english, report);
  expect(assessment.worksheets.filter(({ reached }) => reached === undefined)).toEqual([]);
  lintPack({ pack, assessment }, report);
  expect(report.diagnostics.filter(({ code }) => code === 'lint-beyond-reading')).toEqual([]);
});

it('is kept by the sheet that Never Let Me Go has for each part', () => {
  const { documents } = layOutFolder('content/never-let-me-go', { products: ['so-far'] });
  const [hailsham, cottages, whole] = documents.map(({ pages }) =>
    saidBy(pages.pages.flatMap(({ marks }) => marks)),
  );
  const later = /Chrissie|Rodney|Cromer|deferral|possible|Littlehampton|Marie-Claude|Dover|river/;
  expect(hailsham).toContain('told and not told');
  expect(hailsham).not.toMatch(later);
  expect(cottages).toMatch(later);
  expect(cottages).not.toMatch(/Laura|Dover|Kingsfield|Littlehampton|river|souls|boat|dies|dead/);
  expect(whole).toMatch(/souls.*river.*Dover/);
  // Each says a chapter of its own at most.
  const lastIn = (text: string | undefined) =>
    Math.max(...[...(text ?? '').matchAll(/chapters? (\d+)/g)].map(([, chapter]) => Number(chapter)));
  expect([hailsham, cottages, whole].map(lastIn)).toEqual([9, 17, 23]);
});
