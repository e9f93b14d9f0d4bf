import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';

const PACK = '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-01\n---\n\nA pack.\n';
const LIGHT = '---\nname: Light\nclaim: It goes straight.\nsee: [ada]\nvocabulary: [beam]\n---\n\nIt does.\n';

/** What is found in a pack of these files; some others could not be read at all. */
function found(files: Record<string, string>, unreadable: readonly string[] = []): string[] {
  const report = createReport();
  for (const name of unreadable)
    report.add(
      'file-unreadable',
      { file: `demo/${name}`, line: 1, column: 1 },
      'The file is not UTF-8 text.',
    );
  const list = Object.entries(files).map(([name, text]) => ({ name, path: `demo/${name}`, text }));
  readPack('demo', 'demo', list, TABLES.entryKinds, report);
  return report.diagnostics.map(
    ({ code, where, hint, hides }) => `${where.file} ${code}${hides ? ` hides: ${hint}` : ''}`,
  );
}

describe('what could not be read', () => {
  it('is not missed besides, whatever hides it', () => {
    const beam = { 'vocabulary.md': '## beam\n\nA line of light.\n' };
    const pack = { 'pack.md': PACK, 'themes/light.md': LIGHT, ...beam };
    const says = 'hides: References to “ada” were not checked.';
    expect(found(pack, ['characters/ada.md'])).toEqual([`demo/characters/ada.md file-unreadable ${says}`]);
    expect(found(pack, ['people'])).toEqual([`demo/people file-unreadable ${says}`]);
    for (const [name, text, code] of [
      ['characters/ada.md', '---\nname: Ada\nrole: minor\nclaim: a: b\n---\n\nText.\n', 'yaml-broken'],
      ['characters/ada.md', '---\nname: Ada\nrole: minr\nclaim: b\n---\n\nText.\n', 'field-malformed'],
      ['characters.md', '## Miss Ada\nrole: minor\nclaim: a: b\nid: ada\n\nText.\n', 'yaml-broken'],
      ['characters.md', '# Ada\n\nrole: minor\nclaim: b\n\nText.\n', 'text-misplaced'],
      ['charakters/ada.md', '---\nname: Ada\n---\n', 'file-misplaced'],
      ['characters/main/ada.md', '---\nname: Ada\n---\n', 'file-misplaced'],
    ] as const) {
      const [finding, ...others] = found({ ...pack, [name]: text });
      expect(finding).toMatch(
        new RegExp(`^demo/${name} ${code} hides: .*References to “ada” were not checked.$`),
      );
      expect(others).toEqual([]);
    }
  });

  it('hides only itself: other references are checked', () => {
    const files = { 'pack.md': PACK, 'themes/light.md': LIGHT, 'characters/ada.md': '---\nname: Ada\n' };
    expect(found(files)).toEqual([
      'demo/characters/ada.md front-matter-unclosed hides: Add a line --- after the last field. References to “ada” were not checked.',
      'demo/themes/light.md reference-unknown',
    ]);
  });

  it('does not make a pack that is put wrong a missing one', () => {
    expect(found({ 'Pack.md': PACK })).toEqual(['demo/Pack.md file-misplaced']);
  });

  it('is told of once, where many quotations need the same line of book.md', () => {
    const quotation = (id: string) =>
      `## ${id}\nspeaker: narrator\nthemes: [light]\nprovenance: film\n\nGood evening.\n`;
    const files = {
      'pack.md': PACK,
      'themes/light.md': LIGHT.replace(/see.*\n|vocabulary.*\n/g, ''),
      'quotations.md': `${quotation('one')}\n${quotation('two')}`,
    };
    expect(found(files)).toEqual(['demo/quotations.md field-missing']);
    for (const name of ['Book.md', 'novel.md'])
      expect(found({ ...files, [name]: '---\ntitle: x\n---\n' })).toEqual([`demo/${name} file-misplaced`]);
  });
});

/** The pack of these files, in which nothing is wrong but entries that nothing refers to. */
function read(files: Record<string, string>) {
  const report = createReport();
  const list = Object.entries({ 'pack.md': PACK, ...files }).map(([name, text]) => ({
    name,
    path: name,
    text,
  }));
  const pack = readPack('demo', '', list, TABLES.entryKinds, report);
  expect(report.diagnostics.filter(({ code }) => code !== 'unreferenced')).toEqual([]);
  return pack!.entries;
}

describe('a collection', () => {
  it('gives worksheets and papers their headings as titles, unless they have others', () => {
    const { worksheets, papers } = read({
      'worksheets.md': '## Light at home\ntags: [a]\n\n## Shade\ntitle: In the shade\ntags: [a]\n\n## Two\n',
      'papers.md':
        '## Test\nduration: 20\nseed: a\nsections:\n  - title: Questions\n    pick: { count: 1 }\n',
    });
    expect(worksheets.map(({ id, name, fields }) => [id, name, fields.title])).toEqual([
      ['light-at-home', 'Light at home', 'Light at home'],
      ['shade', 'In the shade', 'In the shade'],
      ['two', 'Two', 'Two'],
    ]);
    expect(worksheets[0]!.places['title']).toEqual({ file: 'worksheets.md', line: 1, column: 4 });
    expect(papers.map(({ fields }) => fields.title)).toEqual(['Test']);
  });

  it.each([
    ['chapters', ['The road north', 'A lamp']],
    ['chapters', ['Prologue', 'The road north', 'Epilogue']],
    ['chapters', ['Civil war', 'Mix and match']],
    ['parts', ['Childhood', 'The city']],
  ] as const)('gives %s headings of words as titles: %j', (kind, headings) => {
    const entries = read({
      [`${kind}.md`]: headings.map((heading) => `## ${heading}\n\nText.\n\n`).join(''),
    })[kind];
    expect(entries.map(({ name, fields }) => [name, fields.title])).toEqual(
      headings.map((heading) => [heading, heading]),
    );
    expect(entries[0]!.places['title']).toEqual({ file: `${kind}.md`, line: 1, column: 4 });
    const other = read({ [`${kind}.md`]: `## ${headings[0]}\ntitle: Another\n\nText.\n` })[kind];
    expect(other.map(({ fields }) => fields.title)).toEqual(['Another']);
  });

  it.each(['1', '1.7', 'IV', 'Stave 2', 'Act 1, scene 7', 'Chapter XII', '3.'])(
    'does not take a number for the title of a chapter: %s',
    (heading) => {
      const chapters = `## ${heading}\n\nText.\n`;
      expect(found({ 'pack.md': PACK, 'chapters.md': chapters })).toEqual(['demo/chapters.md field-missing']);
    },
  );

  it('does not take a heading inside a chapter for the title of another', () => {
    const chapters = '## 1\ntitle: One\n\nText.\n\n## Background\n\nMore.\n';
    expect(found({ 'pack.md': PACK, 'chapters.md': chapters })).toEqual(['demo/chapters.md field-missing']);
  });
});

/** The messages and hints about a pack of these files. */
function messages(files: Record<string, string>): string[] {
  const report = createReport();
  const list = Object.entries({ 'pack.md': PACK, ...files }).map(([name, text]) => ({
    name,
    path: name,
    text,
  }));
  readPack('demo', '', list, TABLES.entryKinds, report);
  return report.diagnostics.map(({ message, hint }) => `${message} ${hint}`);
}

describe('a message', () => {
  it('does not ask for a section in a collection, where it would begin another entry', () => {
    const practical =
      '## Looking at cells\ntime: 40 minutes\n\nYou look.\n\n### Safety\n\nGoggles.\n\n### Method\n\n1. Look.\n';
    expect(messages({ 'practicals.md': practical })).toEqual([
      'A practical needs a separate file, because it has sections (Safety, Method …). Move it to practicals/NAME.md: its fields between two lines ---, then its text, then each section below a line such as “## Safety”.',
    ]);
  });

  it('about a book that the pack does not have asks for nothing else', () => {
    const files = {
      'books.md': '## The Soldier\nauthor: Rupert Brooke\npublished: 1915\n',
      'quotations.md':
        '## corner\nspeaker: narrator\nbook: The Soldier\nprovenance: book\n\nA foreign field.\n',
    };
    expect(messages(files)).toEqual([
      '“book” names “The Soldier”, but there is no “The Soldier” in the pack’s books. Write its id: “the-soldier”.',
    ]);
  });

  it.each([
    ['major', 'main'],
    ['Supporting', 'minor'],
  ])('says what a character’s role is called here: %s', (written, role) => {
    const ada = `## Ada\nrole: ${written}\nclaim: She talks.\n\nText.\n`;
    expect(messages({ 'characters.md': ada })).toEqual([
      `“role”: expected one of main, minor. Write “${role}”.`,
    ]);
  });
});

describe('chapters that are named by their numbers', () => {
  const theme = (chapters: string) => ({
    'themes.md': `## Light\nclaim: It goes straight.\nchapters: [${chapters}]\n\nIt does.\n`,
  });
  const chapter = (heading: string) => `## ${heading}\ntitle: ${heading}\n\nText.\n\n`;

  it.each([
    [['Act 1, scene 1', 'Act 2, scene 7'], '1.1, 2-7', ['act-1-scene-1', 'act-2-scene-7']],
    [['Act I, scene ii', 'Prologue'], '1.2, prologue', ['act-i-scene-ii', 'prologue']],
    [['Stave 1', 'Stave 2'], '2, stave-1', ['stave-2', 'stave-1']],
    [['1', 'Letter 1'], '1', ['1']],
  ])('are those of the headings %j', (headings, written, ids) => {
    const { themes } = read({ 'chapters.md': headings.map(chapter).join(''), ...theme(written) });
    expect(themes[0]!.fields.chapters).toEqual(ids);
  });

  it('are unknown where two would fit', () => {
    const files = { 'chapters.md': chapter('Letter 1') + chapter('Chapter 1'), ...theme('1') };
    expect(found({ 'pack.md': PACK, ...files })).toContain('demo/themes.md reference-unknown');
  });
});
