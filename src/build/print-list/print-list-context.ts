import type { PrintList, PrintListFile } from './print-list.ts';

/** Gives a print list as its template sees it: numbers, and instructions in words. */
export function printListContext(printList: PrintList): { readonly [name: string]: unknown } {
  const files = printList.products.flatMap((product) => product.files);
  const papers = [...new Set(files.map(({ paper }) => paper))];
  const oneInk = new Set(files.map(({ ink }) => ink)).size === 1;
  return {
    pupils: printList.pupils,
    sheets: printList.sheets,
    reams: Math.ceil(printList.sheets / REAM),
    files: files.length,
    paper: papers.map(inCapitals).join(', '),
    products: printList.products.map((product) => ({
      ...product,
      files: product.files.map((file) => ({
        ...file,
        teacher: file.for === 'teacher',
        print: SIDES[file.sides],
        inFull: SIDES_IN_FULL[file.sides],
        finishing: finishIn(file),
        // A paper or an ink that all files share is named once, at the top.
        paper: papers.length > 1 ? inCapitals(file.paper) : null,
        colour: !oneInk && file.ink === 'colour',
      })),
    })),
    ink: oneInk && files[0] ? INKS[files[0].ink] : null,
    schedule: printList.schedule.map((step) => ({
      ...step,
      day: step.date === null ? null : dayInWords(step.date),
    })),
    reads: printList.schedule.some(({ chapters }) => chapters.length > 0),
    dated: printList.schedule.some(({ date }) => date !== null),
  };
}

/** Sheets in a ream. */
const REAM = 500;

const SIDES = {
  'one-sided': 'one',
  'long-edge': 'both, long edge',
  'short-edge': 'both, short edge',
} as const;

const SIDES_IN_FULL = {
  'one-sided': 'one side',
  'long-edge': 'both sides, long edge',
  'short-edge': 'both sides, short edge',
} as const;

const INKS = { black: 'black', colour: 'colour or grey' } as const;

const inCapitals = (paper: string) =>
  /^a\d$/.test(paper) ? paper.toUpperCase() : `${paper[0]!.toUpperCase()}${paper.slice(1)}`;

function finishIn({ finish, grid = '1x1' }: PrintListFile): string {
  const [columns, rows] = grid.split('x').map(Number) as [number, number];
  const parts = columns * rows;
  switch (finish) {
    case 'none':
      return '–';
    case 'staple':
      return 'staple, top left';
    case 'fold':
      return 'fold';
    case 'fold-and-staple':
      return 'fold, staple in the fold';
    case 'cut':
      return parts === 1 ? 'cut out' : `cut into ${parts}`;
    case 'fold-and-cut':
      return `fold at the dashes, cut into ${parts / 2}`;
    case 'stack':
      return `cut the pile into ${parts}, stack the parts`;
    case 'poster':
      return `cut and glue, ${columns} × ${rows}`;
  }
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Writes `2026-09-07` as Mon 7 September 2026, whatever the locale and time zone. */
function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()}\u00A0${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
