import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layOutAll } from '../../src/build/build.ts';
import type { BuildOptions } from '../../src/build/jobs/build-options.ts';
import { printDocument } from '../../src/build/print-document.ts';
import { hashInputs } from '../../src/cli/files/reading/hash-inputs.ts';
import { readSchoolFile, schoolPathAbove } from '../../src/cli/files/reading/read-school-file.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Laid } from '../../src/pages/laid.ts';
import type { Colour, Mark, TextMark } from '../../src/pages/page.ts';
import { encodePng } from '../../src/pages/pictures/encode-png.ts';
import { readSchool } from '../../src/templates/school.ts';
import { options } from '../support.ts';

const BLUE_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#1d3f8a"/></svg>';
const BLUE_PNG = encodePng(
  Uint8Array.from({ length: 200 * 200 * 3 }, (_, at) => [29, 63, 138][at % 3]!),
  200,
  200,
);
const SCHOOL = 'school: Hill Road School\ndepartment: Physics\nyear: 2026/27\n';

/** A folder with the pack on optics in `content/`, and other files beside and in it. */
function schoolFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'studypack-school-'));
  mkdirSync(join(folder, 'content'));
  cpSync('tests/packs/optics', join(folder, 'content/optics'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const readSource = (folder: string, report = createReport()) =>
  readPackSources([join(folder, 'content/optics')], 'content', report)[0]!;

function layOut(files: Readonly<Record<string, string | Uint8Array>>, more: Partial<BuildOptions> = {}) {
  const folder = schoolFolder(files);
  const report = createReport();
  const source = readSource(folder, report);
  const documents = report.failed()
    ? []
    : layOutAll([source], readTemplateSet(report), options(more), report);
  const found = report.diagnostics.map(({ code, where, message }) => ({
    code,
    at: `${where.file.slice(folder.length + 1)}:${where.line}:${where.column}`,
    message,
  }));
  const pagesOf = (name: string): Laid =>
    documents.find(({ draft }) => draft.name === `optics/${name}`)!.pages;
  return { report, found, documents, pagesOf };
}

const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...flat(mark.marks)] : [mark]));
const textOn = ({ pages }: Laid, page: number) =>
  flat(pages[page]!.marks)
    .filter((mark): mark is TextMark => mark.kind === 'text')
    .map(({ text }) => text)
    .join('');
/** The colours of the logo on the first page. */
const coloursOf = ({ pages }: Laid) => {
  const logos = flat(pages[0]!.marks).filter((mark) => mark.kind === 'group' && mark.role === 'picture');
  return logos.flatMap((logo) =>
    flat([logo]).flatMap((mark): Colour[] =>
      mark.kind === 'shape' && mark.fill !== undefined ? [mark.fill] : [],
    ),
  );
};

const LINE = 'Hill Road School · Physics · 2026/27';

describe('studypack.yaml', () => {
  it('is printed in the heads of pages, on covers, and in the print list', () => {
    const { report, pagesOf } = layOut({ 'studypack.yaml': SCHOOL });
    expect(report.failed()).toBe(false);
    for (const name of ['handout/reflection', 'print-list', 'exam-paper/quiz-a', 'reading-guide'])
      expect(textOn(pagesOf(name), 0), name).toContain(LINE);
    // A paper has the name on its cover only: its heads have the number of the page.
    expect(textOn(pagesOf('exam-paper/quiz-a'), 1)).not.toContain('Hill Road');
    expect(textOn(pagesOf('reading-guide'), 1)).toContain(LINE);
  });

  it('may be missing, empty, or say only some things', () => {
    const none = layOut({});
    for (const text of [
      '',
      '# nothing yet\n',
      readFileSync('templates/starter/common/studypack.yaml', 'utf8'),
    ]) {
      const { found, pagesOf } = layOut({ 'studypack.yaml': text });
      expect(found).toEqual(none.found);
      expect(pagesOf('handout/reflection').pages).toEqual(none.pagesOf('handout/reflection').pages);
    }
    expect(textOn(layOut({ 'studypack.yaml': 'year: 2026\n' }).pagesOf('handout/reflection'), 0)).toContain(
      '.2026Light',
    );
  });

  it('has a starter in which each line can be used', () => {
    const starter = readFileSync('templates/starter/common/studypack.yaml', 'utf8');
    const report = createReport();
    const school = readSchool(
      { path: 'studypack.yaml', text: starter.replaceAll(/^# (?=[a-z]+: )/gm, '') },
      report,
    );
    expect(report.diagnostics).toEqual([]);
    expect(Object.keys(school!.value)).toHaveLength(7);
  });

  it('gives paper and style, unless a template or an option does', () => {
    const papers = (file: string, more: Partial<BuildOptions> = {}) =>
      layOut({ 'studypack.yaml': file }, { products: ['handout', 'leaflet'], ...more }).documents.map(
        ({ draft }) => [draft.product, Math.round(draft.paper.width), draft.style.name],
      );
    const [standard] = papers('');
    const large = papers('paper: letter\nstyle: large-print-18\n');
    expect(standard).toEqual(['handout', 595, 'Standard']);
    expect(large[0]).toEqual(['handout', 612, 'Large print, 18 points']);
    const asked = papers('paper: letter\nstyle: large-print-18\n', { paper: 'a4', style: 'dyslexia' });
    expect(asked[0]).toEqual(['handout', 595, 'Dyslexia']);
  });

  it('is outdone by what a template says itself', () => {
    const folder = schoolFolder({ 'studypack.yaml': 'paper: letter\nstyle: dyslexia\n' });
    const template =
      '---\ntitle: Mine\ndescription: Mine.\npaper: a5\nstyle: ink-saver\n---\n# Mine\n\nWords.\n';
    writeFileSync(join(folder, 'content/optics/templates/mine.md.hbs'), template);
    const report = createReport();
    const [laid] = layOutAll(
      [readSource(folder)],
      readTemplateSet(report),
      options({ products: ['mine'] }),
      report,
    );
    expect([Math.round(laid!.draft.paper.width), laid!.draft.style.name]).toEqual([420, 'Ink saver']);
  });

  it('gives the language of packs that name none', () => {
    const about = readFileSync('tests/packs/optics/pack.md', 'utf8');
    const bare = about.replace(/^lang: .*\n/m, '');
    expect(bare).not.toBe(about);
    const langOf = (school: string, pack: string) =>
      layOut({ 'studypack.yaml': school, 'content/optics/pack.md': pack }, { products: ['handout'] })
        .documents[0]?.draft.pack.about.fields.lang;
    expect(langOf('lang: en-US\n', bare)).toBe('en-US');
    expect(langOf('lang: en-US\n', about)).toBe('en-GB');
    expect(langOf('', bare)).toBe(undefined);
  });
});

describe('the words of a school', () => {
  const wordsFolder = (files: Readonly<Record<string, string>>) => {
    const folder = schoolFolder({});
    mkdirSync(join(folder, 'words'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'words', name), text);
    return folder;
  };
  const printed = (folder: string) => {
    const report = createReport();
    const documents = layOutAll([readSource(folder)], readTemplateSet(report), options(), report);
    const paper = documents.find(({ draft }) => draft.name === 'optics/exam-paper/quiz-a');
    return {
      cover: paper ? textOn(paper.pages, 0) : '',
      found: report.diagnostics.map(({ where, message, hint }) => [
        `${where.file.slice(folder.length + 1)}:${where.line}`,
        message,
        hint,
      ]),
    };
  };

  it('are printed in its packs, whether it has a studypack.yaml or not', () => {
    const { cover, found } = printed(
      wordsFolder({ 'en-GB.yaml': 'class: Set\n', 'fr.yaml': 'class: Groupe\n' }),
    );
    expect(found).toEqual(printed(schoolFolder({})).found);
    expect(cover).toMatch(/Set/);
    expect(cover).not.toMatch(/Class/);
  });

  it('come after those of a pack', () => {
    const folder = wordsFolder({ 'en-GB.yaml': 'class: Set\nname: Full name\n' });
    mkdirSync(join(folder, 'content/optics/templates/words'), { recursive: true });
    writeFileSync(join(folder, 'content/optics/templates/words/en-GB.yaml'), 'class: Form\n');
    const { cover } = printed(folder);
    expect(cover).toMatch(/Full name/);
    expect(cover).toMatch(/Form/);
    expect(cover).not.toMatch(/Set/);
  });

  it('are checked, with a suggestion for a key that does not exist', () => {
    const { found } = printed(wordsFolder({ 'en-GB.yaml': 'classs: Set\n' }));
    expect(found).toContainEqual([
      'words/en-GB.yaml:1',
      'There is no phrase “classs”.',
      'Did you mean “class”?',
    ]);
  });

  it('change what a pack is made from', () => {
    const hash = (folder: string) =>
      hashInputs(readSource(folder), readTemplateSet(createReport()), { products: [], keep: false }, []);
    const folder = wordsFolder({ 'en-GB.yaml': 'class: Set\n' });
    const before = hash(folder);
    writeFileSync(join(folder, 'words/en-GB.yaml'), 'class: Form\n');
    expect(hash(folder)).not.toBe(before);
  });
});

describe('a single file', () => {
  /** Prints a file some folders below the files of a school. */
  async function print(school: string, text: string, words = '') {
    const folder = schoolFolder({ 'studypack.yaml': school, 'logo.svg': BLUE_SVG });
    mkdirSync(join(folder, 'letters/spring'), { recursive: true });
    mkdirSync(join(folder, 'words'));
    writeFileSync(join(folder, 'words/fr.yaml'), words);
    const path = join(folder, 'letters/spring/trip.md');
    const report = createReport();
    let laid: Laid | undefined;
    const file = { path, text, readPictures: () => [], ...readSchoolFile(schoolPathAbove(path), report) };
    const printed = await printDocument(file, readTemplateSet(report), options(), report, (pages) => {
      laid = pages;
      return pages;
    });
    const said = laid ? textOn(laid, 0) : '';
    return { name: printed?.name.slice(folder.length + 1), said, laid, found: report.diagnostics };
  }

  it('has the name, the logo, the paper, the style and the words of the school above it', async () => {
    const school = `${SCHOOL}logo: logo.svg\npaper: a5\nstyle: large-print-18\nlang: fr\n`;
    const { name, said, laid, found } = await print(
      school,
      '# Trip\n\nWe go.\n',
      'page-of-pages: "{page} sur {pages}"',
    );
    expect(found).toEqual([]);
    expect(name).toBe('letters/spring/trip');
    expect(said).toContain(LINE);
    expect(said).toContain('1 sur 1');
    expect(Math.round(laid!.pages[0]!.width)).toBe(420);
    expect(coloursOf(laid!)).toEqual([[29 / 255, 63 / 255, 138 / 255]]);
  });

  it('says itself what it does otherwise', async () => {
    const own = '---\nlang: en-GB\npaper: a4\nstyle: standard\n---\n\n# Trip\n\nWe go.\n';
    const { said, laid } = await print(`${SCHOOL}paper: a5\nstyle: large-print-18\nlang: fr\n`, own);
    expect(said).toContain('Page\u00A01 of\u00A01');
    expect(Math.round(laid!.pages[0]!.width)).toBe(595);
  });

  it('is told of a style that does not exist once, at its line', async () => {
    const { found } = await print('style: larg-print-18\n', '# Trip\n\nWe go.\n');
    expect(found.map(({ code, where }) => [code, where.line])).toEqual([['style-unknown', 1]]);
  });
});

describe('the logo of a school', () => {
  it('keeps its colours on handouts, and is grey on papers and worksheets', () => {
    const { pagesOf, report } = layOut({
      'studypack.yaml': `${SCHOOL}logo: crest.svg\n`,
      'crest.svg': BLUE_SVG,
    });
    expect(report.failed()).toBe(false);
    expect(coloursOf(pagesOf('handout/reflection'))).toEqual([[29 / 255, 63 / 255, 138 / 255]]);
    const onPaper = coloursOf(pagesOf('exam-paper/quiz-a'));
    expect(onPaper).toHaveLength(1);
    expect(onPaper[0]).toEqual(expect.any(Number));
  });

  it('is grey there as a PNG too, so that the copier counts no colour page', () => {
    const { documents, pagesOf } = layOut({ 'studypack.yaml': 'logo: crest.png\n', 'crest.png': BLUE_PNG });
    expect(pagesOf('handout/reflection').images).toHaveLength(1);
    const { printList } = documents.find(({ draft }) => draft.product === 'print-list')!;
    const inks = printList!.products.map(({ name, files }) => [name, files[0]!.ink]);
    expect(inks).toContainEqual(['exam-paper', 'black']);
    expect(inks).toContainEqual(['handout', 'colour']);
  });

  it('is in the margin of pages, outside of what a screen reader reads', () => {
    const { pagesOf } = layOut({ 'studypack.yaml': 'logo: crest.svg\n', 'crest.svg': BLUE_SVG });
    const [logo] = flat(pagesOf('handout/reflection').pages[0]!.marks).filter(
      (mark) => mark.kind === 'group' && mark.role === 'logo',
    );
    const shapes = flat([logo!]).filter((mark) => mark.kind === 'shape');
    expect(shapes.map(({ structureRef }) => structureRef)).toEqual([{ artifact: 'page' }]);
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string, string, string]>([
    ['missing', {}, 'logo: crest.svg\n', 'picture-missing', 'There is no picture “crest.svg”.'],
    ['outside', {}, 'logo: ../crest.svg\n', 'picture-missing', 'There is no picture “../crest.svg”.'],
    [
      'not an SVG',
      { 'crest.svg': 'no' },
      'logo: crest.svg\n',
      'picture-unsupported',
      '“crest.svg” cannot be used: this is not a type of picture that Studypack can read.',
    ],
    [
      'damaged',
      { 'crest.png': BLUE_PNG.slice(0, 90) },
      'logo: crest.png\n',
      'picture-broken',
      '“crest.png” cannot be used: the picture is damaged',
    ],
  ])('is an error at its line if it is %s', (_, files, line, code, message) => {
    const { found, documents } = layOut({ 'studypack.yaml': SCHOOL + line, ...files });
    expect(documents).toEqual([]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code,
      at: 'studypack.yaml:4:7',
      message: expect.stringContaining(message),
    });
  });
});

describe('what is wrong in studypack.yaml', () => {
  it.each([
    ['schol: Hill Road\n', 'field-unknown', '1:1'],
    ['school: Hill Road\nlogo: crest.jpg\n', 'field-malformed', '2:7'],
    ['paper: a3\n', 'field-malformed', '1:8'],
    ['lang: English\n', 'field-malformed', '1:7'],
    ['year: 2026\nstyle: dislexia\n', 'style-unknown', '2:8'],
    ['school:\n', 'field-missing', '1:8'],
    ['school: "Hill\n', 'yaml-broken', '1:9'],
  ])('%j is reported at its line', (text, code, at) => {
    const { found } = layOut({ 'studypack.yaml': text });
    expect(found.map(({ code: one, at: place }) => [one, place])).toEqual([[code, `studypack.yaml:${at}`]]);
  });
});

describe('a change of the school', () => {
  it('is a change of what packs are made from', () => {
    const folder = schoolFolder({});
    const { fonts: _, ...plain } = options();
    const hash = (files: Readonly<Record<string, string>> = {}) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return hashInputs(readSource(folder), readTemplateSet(createReport()), plain);
    };
    const hashes = [
      hash(),
      hash({ 'studypack.yaml': SCHOOL }),
      hash({ 'studypack.yaml': 'logo: crest.svg\n', 'crest.svg': BLUE_SVG }),
      hash({ 'crest.svg': BLUE_SVG.replace('#1d3f8a', '#8a1d3f') }),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hash()).toBe(hashes[3]);
  });
});
