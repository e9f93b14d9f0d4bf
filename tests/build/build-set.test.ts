import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCode } from '../../src/assessment/class-sets/copy-code.ts';
import { qrPicture } from '../../src/assessment/class-sets/qr-picture.ts';
import type { GroupMark, ShapeMark } from '../../src/pages/page.ts';
import { readablePdf } from '../pdf/readable-pdf.ts';
import { CLASS, makeSet, roster, templates } from './make-set.ts';

/** Its types say that it is a module, and it is a function. */
const decode = jsQR as unknown as (
  dots: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
type Document = Awaited<ReturnType<typeof open>>;
const classList = () => ({ path: CLASS, bytes: new Uint8Array(readFileSync(CLASS)) });
const NAMES = readFileSync(CLASS, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0]!.replaceAll("'", '’'));

async function textsOf(document: Document): Promise<string[]> {
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  return texts;
}

async function outlineOf(document: Document): Promise<{ title: string; page: number }[]> {
  const outline = await document.getOutline();
  return Promise.all(
    outline.map(async ({ title, dest }) => ({
      title,
      page: await document.getPageIndex((dest as { num: number; gen: number }[])[0]!),
    })),
  );
}

describe('a set for a class of thirty, and three spares', () => {
  let made: Awaited<ReturnType<typeof makeSet>>;
  let document: Document;
  let texts: string[];
  let outline: { title: string; page: number }[];
  let copies: string[][];
  beforeAll(async () => {
    made = await makeSet({ roster: classList(), spares: 3 });
    document = await open(made.files[0]!.bytes);
    texts = await textsOf(document);
    outline = await outlineOf(document);
    copies = outline.map(({ page }, index) => texts.slice(page, outline[index + 1]?.page));
  }, 120_000);

  it('is one file, a list, a seating plan and a sheet for marks', () => {
    expect(made.report.diagnostics).toEqual([]);
    expect(made.files.map(({ path }) => path)).toEqual([
      'optics/class-set/10b/quiz.pdf',
      'optics/class-set/10b/quiz-list.pdf',
      'optics/class-set/10b/quiz-seats.pdf',
      'optics/class-set/10b/quiz-marking.pdf',
    ]);
    expect(made.built!.files.map(({ pages }) => pages)[0]).toBe(document.numPages);
    expect(made.built!.sums).toMatchObject({ copies: 30, spares: 3 });
  });

  it('has a row for each pupil and spare on the sheet for marks', async () => {
    const sheet = await open(made.files.find(({ path }) => path.endsWith('-marking.pdf'))!.bytes);
    // Long names are broken into lines.
    const text = (await textsOf(sheet)).join('').replace(/\s+/g, '');
    for (const name of [...NAMES, 'Spare 3']) expect(text).toContain(name.replace(/\s+/g, ''));
  });

  it('begins each copy on a right-hand page, and pads it to whole sheets', () => {
    expect(outline).toHaveLength(33);
    for (const { page } of outline) expect(page % 2).toBe(0);
    for (const copy of copies) expect(copy.length % 2).toBe(0);
  });

  it('has each pupil’s name on their own copy, and on no other', () => {
    NAMES.forEach((name, index) => {
      const having = copies.flatMap((copy, at) => (copy.join(' ').includes(name) ? [at] : []));
      expect(having).toEqual([index]);
    });
  });

  it('says on every printed page from which copy it is', () => {
    copies.forEach((copy, index) => {
      const [, label] = /^(.*?) · /.exec(outline[index]!.title)!;
      const code = codeIn(copy[0]!);
      const printed = copy.filter((text) => text.trim() !== '');
      expect(printed.length).toBeGreaterThanOrEqual(copy.length - 1);
      for (const page of printed.slice(1)) {
        expect(page.replaceAll('\u00A0', ' ')).toContain(label!.replaceAll('\u00A0', ' '));
        expect(page).toContain(code);
      }
    });
  });

  it('gives each copy a code that is right, tells forms apart, and is on the list', async () => {
    const list = (await textsOf(await open(made.files[1]!.bytes))).join(' ');
    const codes = copies.map((copy) => codeIn(copy[0]!));
    expect(new Set(codes).size).toBe(33);
    const keys = new Map<string, Set<string>>();
    codes.forEach((code, index) => {
      const parts = readCode(code)!;
      expect(parts.copy).toBe(index + 1);
      const form = /Form\u00A0(.)/.exec(outline[index]!.title)![1]!;
      keys.set(form, (keys.get(form) ?? new Set()).add(parts.key));
      expect(list).toContain(code);
    });
    expect([...keys.values()].map(({ size }) => size)).toEqual([1, 1]);
    expect(made.built!.sums.forms.map(({ key }) => key)).toEqual(
      ['A', 'B'].map((form) => [...keys.get(form)!][0]),
    );
    for (const name of NAMES) expect(list.replace(/- /g, '-')).toContain(name);
  });

  it('gives neighbours other forms, and pupils the form and style that their rows name', () => {
    const forms = outline.slice(0, 30).map(({ title }) => title.at(-1));
    forms.forEach((form, index) => {
      if (index > 0) expect(form).not.toBe(forms[index - 1]);
    });
    expect(forms[13]).toBe('A');
    const styles = Object.fromEntries(made.built!.sums.styles.map(({ name, copies: own }) => [name, own]));
    expect(styles).toEqual({ standard: 29, dyslexia: 2, 'large-print-18': 1, 'large-print-24': 1 });
    expect(copies[19]!.length).toBeGreaterThan(copies[0]!.length);
  });

  it('keeps names out of outlines, metadata, names of files and QR codes', async () => {
    const metadata = await document.getMetadata();
    const told = JSON.stringify([outline, metadata, made.files.map(({ path }) => path)]);
    const raw = readablePdf(made.files[0]!.bytes);
    const alts = [...raw.matchAll(/\/Alt (\((?:\\.|[^\\)])*\))/g)].map(([, alt]) => alt);
    expect(alts.filter((alt) => alt!.includes('QR code of'))).toHaveLength(33);
    for (const name of NAMES)
      for (const part of name.split(/[ ’-]/).filter(({ length }) => length > 3)) {
        expect(told).not.toContain(part);
        expect(alts.join()).not.toContain(part);
      }
  });
});

const codeIn = (text: string) => /[A-Z][0-9A-Z]{5}-\d{3,5}-[0-9A-Z]/.exec(text)![0];

describe('a small set', () => {
  const small = (rows: string) => roster(`name,seat\n${rows}`, 'rosters/9 a.csv');
  const ROWS = 'Ada Adler,7\nBo Bell,12\nChidi Cruz,9\n';

  it('has the same bytes every time, whatever the order of its rows', async () => {
    const [one, again, mixed] = await Promise.all(
      [ROWS, ROWS, 'Chidi Cruz,9\nAda Adler,7\nBo Bell,12\n'].map((rows) => makeSet({ roster: small(rows) })),
    );
    for (const other of [again!, mixed!])
      expect(other.files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual(
        one!.files.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
      );
  });

  it('may be split into files of some copies, and into single ones that are named by seat', async () => {
    const two = await makeSet({ roster: small(ROWS), split: 2 });
    expect(two.files.map(({ path }) => path.split('/').at(-1))).toEqual([
      'quiz-copies-1-2.pdf',
      'quiz-copies-3-3.pdf',
      'quiz-list.pdf',
      'quiz-seats.pdf',
      'quiz-marking.pdf',
    ]);
    const single = await makeSet({ roster: small(ROWS), split: 1, spares: 1, order: 'name' });
    expect(single.files.map(({ path }) => path)).toEqual(
      ['seat-07', 'seat-12', 'seat-09', 'spare-01', 'list', 'seats', 'marking'].map(
        (end) => `optics/class-set/9-a/quiz-${end}.pdf`,
      ),
    );
    for (const { path, bytes } of single.files.slice(0, 4)) {
      const document = await open(bytes);
      expect(document.numPages % 2).toBe(0);
      const { info } = (await document.getMetadata()) as unknown as { info: { Title: string } };
      expect(info.Title.replaceAll('\u00A0', ' ')).toMatch(/ – (Seat|Spare) \d+ – /);
      expect(info.Title).not.toMatch(/Ada|Bo|Chidi/);
      expect(path).not.toMatch(/ada|chidi/);
    }
  });

  it('may have fewer forms than the paper, and no others', async () => {
    const one = await makeSet({ roster: small(ROWS), forms: ['B'] });
    expect(one.built!.sums.forms.map(({ letter }) => letter)).toEqual(['B']);
    const more = await makeSet({ roster: small(ROWS), forms: ['A', 'B', 'C'] });
    expect(more.report.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['form-unknown', '“quiz” has no form C.'],
    ]);
    expect(more.files).toEqual([]);
  });

  it('says what is wrong with all names at once, and writes nothing whole', async () => {
    const rows = 'Ada Adler,1\nليلى,2\nBo ꙮ,3\n';
    const { report, built } = await makeSet({ roster: small(rows) });
    expect(built).toBeUndefined();
    const found = report.diagnostics.map(({ code, where }) => [code, where.line]);
    expect(found).toEqual([
      ['script-unsupported', 3],
      ['glyph-missing', 4],
    ]);
  });

  it('needs a paper that there is', async () => {
    const { report } = await makeSet({ roster: small(ROWS), exam: 'quizz' });
    expect(report.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['exam-unknown', 'Did you mean “quiz”?'],
    ]);
  });
});

describe('a QR code', () => {
  it('is read from its drawing', () => {
    const text = 'SP1/OPTICS/QUIZ/A7K3QF-012-C';
    const { width, marks } = qrPicture(text);
    // Six dots a square, as a scan at 240 dots an inch has.
    const scale = 240 / 72;
    const side = Math.ceil(width * scale);
    const dots = new Uint8ClampedArray(side * side * 4).fill(255);
    const [group] = marks as [GroupMark];
    const { outline, stroke } = group.marks[0] as ShapeMark;
    expect(stroke!.width).toBe(1);
    const steps = 'path' in outline ? outline.path : [];
    const dot = (squares: number) => Math.round(squares * group.scale * scale);
    for (let at = 0; at < steps.length; at += 2) {
      const [, left, middle] = steps[at] as ['M', number, number];
      const [, right] = steps[at + 1] as ['L', number, number];
      for (let y = dot(middle - 0.5); y < dot(middle + 0.5); y++)
        for (let x = dot(left); x < dot(right); x++) dots.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
    expect(decode(dots, side, side)?.data).toBe(text);
    // Four squares of white on every side.
    expect(group.scale).toBeCloseTo(0.65 * (72 / 25.4), 5);
    const across = steps.map((step) => step[1] as number);
    expect(Math.min(...across)).toBe(4);
    expect(Math.max(...across)).toBeCloseTo(width / group.scale - 4, 2);
  });
});

describe('a set whose template tells what only teachers are to read', () => {
  it('is not made', async () => {
    const telling = templates.templates.map((template) =>
      template.name === 'exam-paper.md.hbs'
        ? { ...template, text: `${template.text}\n{{#each pack.levels}}\n{{markdown body}}\n{{/each}}\n` }
        : template,
    );
    const { built, report } = await makeSet({ roster: roster('name\nAda\nBo\nCem\n') }, undefined, telling);
    expect(built).toBeUndefined();
    // Once for each form, not for each copy.
    const leaks = report.diagnostics.filter(({ code }) => code === 'answer-leaked');
    expect(new Set(leaks.map(({ message }) => /quiz-\w/.exec(message)?.[0]))).toEqual(
      new Set(['quiz-a', 'quiz-b']),
    );
  });
});
