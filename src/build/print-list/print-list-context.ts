import { dayInWords } from '../../words/day-in-words.ts';
import { phraseText, say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { PrintList, PrintListFile } from './print-list.ts';

/** Gives a print list as its template sees it: numbers, and instructions in words. */
export function printListContext(printList: PrintList, words: Words): { readonly [name: string]: unknown } {
  const files = printList.products.flatMap((product) => product.files);
  const papers = [...new Set(files.map(({ paper }) => paper))];
  const oneInk = new Set(files.map(({ ink }) => ink)).size === 1;
  return {
    pupils: printList.pupils,
    sheets: printList.sheets,
    reams: Math.ceil(printList.sheets / REAM),
    files: files.length,
    paper: papers.map(inCapitals).join(', '),
    rows: printList.products.flatMap((product) => rowsOf(product, papers.length > 1, oneInk, words)),
    black: sheetsIn(files, 'black'),
    coloured: sheetsIn(files, 'colour'),
    cheaper: printList.products.flatMap(({ title, files: own }) =>
      own.flatMap(({ booklet, sheets, copies }) =>
        booklet === undefined
          ? []
          : [{ title, sheets: booklet, each: sheets, saved: (sheets - booklet) * copies }],
      ),
    ),
    products: printList.products.map((product) => ({
      ...product,
      files: product.files.map((file) => ({
        ...file,
        teacher: file.for === 'teacher',
        print: phraseText(words, SIDES[file.sides]),
        inFull: phraseText(words, SIDES_IN_FULL[file.sides]),
        finishing: finishIn(file, words),
        // A paper or an ink that all files share is named once, at the top.
        paper: papers.length > 1 ? inCapitals(file.paper) : null,
        colour: !oneInk && file.ink === 'colour',
      })),
    })),
    ink: oneInk && files[0] ? phraseText(words, INKS[files[0].ink]) : null,
    schedule: printList.schedule.map((step) => ({
      ...step,
      day: step.date === null ? null : dayInWords(step.date, words),
    })),
    reads: printList.schedule.some(({ chapters }) => chapters.length > 0),
    dated: printList.schedule.some(({ date }) => date !== null),
  };
}

const sheetsIn = (files: readonly PrintListFile[], ink: PrintListFile['ink']) =>
  files.filter((file) => file.ink === ink).reduce((sum, { total }) => sum + total, 0);

const isForTeacher = (file?: PrintListFile) => file?.for === 'teacher';

/** Gives a row for all files of a product that are printed in the same way, with the names of the files. */
function rowsOf(
  { title, files }: PrintList['products'][number],
  namesPaper: boolean,
  oneInk: boolean,
  words: Words,
): readonly unknown[] {
  const alike = new Map<string, PrintListFile[]>();
  for (const file of files) {
    const { for: reader, copies, sheets, sides, paper, ink, finish, grid } = file;
    const key = JSON.stringify({ reader, copies, sheets, sides, paper, ink, finish, grid });
    alike.set(key, [...(alike.get(key) ?? []), file]);
  }
  // What pupils get comes first.
  const groups = [...alike.values()].sort(([a], [b]) => Number(isForTeacher(a)) - Number(isForTeacher(b)));
  return groups.map((group) => {
    const [first] = group as [PrintListFile, ...PrintListFile[]];
    const folder = first.file.includes('/') ? first.file.slice(0, first.file.lastIndexOf('/') + 1) : '';
    return {
      title,
      names: folder + namesInShort(group.map(({ file }) => file.slice(folder.length, -'.pdf'.length))),
      teacher: isForTeacher(first),
      colour: !oneInk && first.ink === 'colour',
      paper: namesPaper ? inCapitals(first.paper) : null,
      print: phraseText(words, SIDES[first.sides]),
      finishing: finishIn(first, words),
      copies: first.copies,
      sheets: first.sheets,
      files: group.length,
      total: group.reduce((sum, { total }) => sum + total, 0),
    };
  });
}

/** Lists names that mostly begin alike: `evaporation-core, -stretch, evaporation-key, close-1–23`. */
function namesInShort(names: readonly string[]): string {
  const startOf = (name = '') => name.slice(0, Math.max(0, name.lastIndexOf('-')));
  return numberRuns(names)
    .map((name, index, all) => {
      const start = startOf(name);
      return start !== '' && start === startOf(all[index - 1]) ? name.slice(start.length) : name;
    })
    .join(', ')
    .concat(names.length === 1 ? '.pdf' : '');
}

/** Puts three or more names together that differ in a number only, each one more than the last: `close-1–3-key`. */
function numberRuns(names: readonly string[]): string[] {
  const runs: { first: Numbered; last: Numbered; names: string[] }[] = [];
  for (const name of names) {
    const [, before = name, digits = '', after = ''] = /^(.*?-)(\d+)((?:-\D*)?)$/.exec(name) ?? [];
    const one = { before, number: digits === '' ? undefined : Number(digits), after };
    const run = runs.at(-1);
    const isNext =
      run?.last.number !== undefined &&
      run.last.number + 1 === one.number &&
      run.last.before === before &&
      run.last.after === after;
    if (isNext) Object.assign(run, { last: one, names: [...run.names, name] });
    else runs.push({ first: one, last: one, names: [name] });
  }
  return runs.flatMap(({ first, last, names: own }) =>
    own.length < 3 ? own : [`${first.before}${first.number}–${last.number}${first.after}`],
  );
}

/** A file's name, divided at the number in it. */
interface Numbered {
  readonly before: string;
  readonly number: number | undefined;
  readonly after: string;
}

/** Sheets in a ream. */
const REAM = 500;

const SIDES = {
  'one-sided': 'one-side',
  'long-edge': 'long-edge',
  'short-edge': 'short-edge',
} as const;

const SIDES_IN_FULL = {
  'one-sided': 'one-side-in-full',
  'long-edge': 'long-edge-in-full',
  'short-edge': 'short-edge-in-full',
} as const;

const INKS = { black: 'ink-black', colour: 'ink-colour' } as const;

const inCapitals = (paper: string) =>
  /^a\d$/.test(paper) ? paper.toUpperCase() : `${paper[0]!.toUpperCase()}${paper.slice(1)}`;

function finishIn({ finish, grid = '1x1' }: PrintListFile, words: Words): string {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  const parts = columns * rows;
  switch (finish) {
    case 'none':
      return '–';
    case 'staple':
      return say(words, 'finish-staple');
    case 'fold':
      return say(words, 'finish-fold');
    case 'fold-and-staple':
      return say(words, 'finish-fold-and-staple');
    case 'cut':
      return parts === 1 ? say(words, 'finish-cut-out') : say(words, 'finish-cut', { count: parts });
    case 'fold-and-cut':
      return say(words, 'finish-fold-and-cut', { count: parts / 2 });
    case 'stack':
      return say(words, 'finish-stack', { count: parts });
    case 'poster':
      return say(words, 'finish-poster', { columns, rows });
  }
}
