import type { FontBook } from '../src/pages/fonts/font-book.ts';
import type { Laid, StructureNode } from '../src/pages/laid.ts';
import type { Mark, TextMark } from '../src/pages/page.ts';

/** What a reader’s eye would trip over in some pages, counted. */
export interface Typography {
  readonly pages: number;
  /** Lines that are filled out to the measure, and how many of them have spaces so many times as wide as natural. */
  readonly justified: number;
  readonly spaces: {
    readonly under: number;
    readonly to15: number;
    readonly to2: number;
    readonly over2: number;
  };
  readonly hyphenated: number;
  readonly longestRun: number;
  /** Lines alone at the top, or the foot, of a page, that their paragraph goes on from. */
  readonly widows: number;
  readonly orphans: number;
  /** Headings with nothing after them on their page. */
  readonly stranded: number;
  /** Lines that stand out of the text area by more than a hanging mark may. */
  readonly overfull: number;
  /** The share of a page that is empty at its foot, on average over all pages but the last. */
  readonly slack: number;
}

/** Where text may stand on a page, in points. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface TextLine {
  readonly page: number;
  readonly slot: number;
  readonly y: number;
  readonly marks: TextMark[];
}

/** Half an em at the usual sizes: more than any mark hangs out. */
const HANG = 6;

/** Measures finished pages: it knows nothing of how they were made. */
export function measureTypography(
  laid: Laid,
  areaOf: (page: number) => TextArea,
  fonts: FontBook,
): Typography {
  const roles = rolesOf(laid.structure);
  const lines = laid.pages.flatMap((page, index) => linesOf(page.marks, index));
  const paragraphs = new Map<number, TextLine[]>();
  for (const line of lines) paragraphs.set(line.slot, [...(paragraphs.get(line.slot) ?? []), line]);

  const spaces = { under: 0, to15: 0, to2: 0, over2: 0 };
  let justified = 0;
  let hyphenated = 0;
  let longestRun = 0;
  let widows = 0;
  let orphans = 0;
  for (const own of paragraphs.values()) {
    let run = 0;
    const filled = own.some((line) => line.marks.some((mark) => mark.wordSpace !== 0));
    own.forEach((line, index) => {
      const parted = line.marks.at(-1)!.text.endsWith('\u00AD');
      run = parted ? run + 1 : 0;
      if (parted) hyphenated++;
      longestRun = Math.max(longestRun, run);
      if (!filled || index === own.length - 1) return;
      justified++;
      const mark = line.marks.reduce((a, b) => (b.text.length > a.text.length ? b : a));
      const ratio = 1 + mark.wordSpace / fonts.spaceWidth(mark.face, mark.size, '', '');
      if (ratio < 1) spaces.under++;
      else if (ratio <= 1.501) spaces.to15++;
      else if (ratio <= 2.001) spaces.to2++;
      else spaces.over2++;
    });
    if (own.length < 2 || roles.get(own[0]!.slot) !== 'P') continue;
    const first = own.filter(({ page }) => page === own[0]!.page).length;
    const last = own.filter(({ page }) => page === own.at(-1)!.page).length;
    if (own[0]!.page !== own.at(-1)!.page) {
      if (first === 1) orphans++;
      if (last === 1) widows++;
    }
  }

  const byPage = laid.pages.map((_, page) => lines.filter((line) => line.page === page));
  const stranded = byPage.filter((own, page) => {
    const last = own.reduce<TextLine | undefined>((a, b) => (!a || b.y > a.y ? b : a), undefined);
    return page < byPage.length - 1 && last && /^H\d$/.test(roles.get(last.slot) ?? '');
  }).length;
  const overfull = lines.filter(({ page, marks }) => {
    const area = areaOf(page);
    const last = marks.at(-1)!;
    const trailing = last.text.endsWith(' ')
      ? fonts.spaceWidth(last.face, last.size, '', '') + last.wordSpace
      : 0;
    return last.x + last.width - trailing > area.right + HANG || marks[0]!.x < area.left - HANG * 2;
  }).length;
  const slacks = laid.pages.slice(0, -1).map((page, index) => {
    const { top, bottom } = areaOf(index);
    return Math.max(0, bottom - lowest(page.marks)) / (bottom - top);
  });
  return {
    pages: laid.pages.length,
    justified,
    spaces,
    hyphenated,
    longestRun,
    widows,
    orphans,
    stranded,
    overfull,
    slack: slacks.reduce((sum, one) => sum + one, 0) / Math.max(1, slacks.length),
  };
}

/** The lowest point of what stands on a page besides its furniture. */
function lowest(marks: readonly Mark[]): number {
  return Math.max(
    0,
    ...marks.map((mark) => {
      if ('structureRef' in mark && 'artifact' in mark.structureRef && mark.structureRef.artifact === 'page')
        return 0;
      if (mark.kind === 'text') return mark.y;
      if (mark.kind === 'group') return mark.y + lowest(mark.marks);
      if (mark.kind !== 'shape') return mark.box.y + mark.box.height;
      if ('box' in mark.outline) return mark.outline.box.y + mark.outline.box.height;
      return Math.max(...mark.outline.path.map((step) => (step[0] === 'Z' ? 0 : Number(step.at(-1)))));
    }),
  );
}

function rolesOf(node: StructureNode, roles = new Map<number, string>()): Map<number, string> {
  for (const child of node.children) {
    if ('slot' in child) roles.set(child.slot, node.role);
    else rolesOf(child, roles);
  }
  return roles;
}

function linesOf(marks: readonly Mark[], page: number): TextLine[] {
  const lines: TextLine[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'text' || !('slot' in mark.structureRef) || mark.text.trim() === '') continue;
    const { slot } = mark.structureRef;
    const last = lines.at(-1);
    if (last?.slot === slot && Math.abs(last.y - mark.y) < 3 && mark.x >= last.marks[0]!.x)
      last.marks.push(mark);
    else lines.push({ page, slot, y: mark.y, marks: [mark] });
  }
  return lines;
}
