import { largest } from '../../diagnostics/collections/largest.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { OutlineItem } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { typeLook } from '../lines/type-look.ts';
import type { LayoutContext } from '../strips/layout-context.ts';
import { setText } from '../strips/set-text.ts';
import { type Strip, shifted, stackHeight } from '../strips/strip.ts';
import { isVerso, textArea } from './page-frame.ts';
import type { Furniture, PageSetup } from './page-setup.ts';

/** How far from the edge of the page furniture stands, as a share of the margin. */
const MARGIN_SHARE = 0.55;
/** What is kept clear at the edge of the paper: printers don't reach all of it. */
const CLEAR = mm(6);
/** Room between furniture and text, as a share of its leading. */
const AIR = 0.8;

const TURN_OVER = 'Turn over';

/** What the tokens of furniture stand for on one page. */
type Values = Readonly<Record<string, string>>;

/**
 * What stands above and below the text of a page; artifacts, since it is no content.
 * @param pages how many there are (`count`), and which is the last with something on it, counted from 0
 */
export function setFurniture(
  index: number,
  { count, last }: { readonly count: number; readonly last: number },
  outline: readonly OutlineItem[],
  setup: PageSetup,
  context: LayoutContext,
): Mark[] {
  const { furniture } = setup;
  if (!furniture || (index === 0 && furniture.cover)) return [];
  const section = outline.findLast((item) => item.level === 1 && item.page <= index)?.title ?? '';
  // Whoever has come to the foot of a right-hand page, and is not at the end, has to be told.
  const turnOver = index % 2 === 0 && index < last ? TURN_OVER : '';
  const values = { page: String(index + 1), pages: String(count), section, 'turn-over': turnOver };
  const { left } = textArea(setup, index);
  const swapped = isVerso(setup, index);
  return (['head', 'foot'] as const).flatMap((edge) => {
    const sides = setSides(edge, values, swapped, setup, context);
    const y = edge === 'head' ? headTop(sides, setup) : setup.height - footHeight(sides, setup);
    return sides.flatMap((lines) =>
      lines.flatMap((line, at) => shifted(line.marks, left, y + at * line.height)),
    );
  });
}

/**
 * The pages with margins that have room for their furniture, which in large print may fill several lines.
 * @param titles of all headings, for heads that name their section
 */
export function withRoomForFurniture(
  setup: PageSetup,
  titles: readonly string[],
  context: LayoutContext,
): PageSetup {
  if (!setup.furniture) return setup;
  const longest = titles.reduce((long, title) => (title.length > long.length ? title : long), '');
  const values = { page: '000', pages: '000', section: longest, 'turn-over': TURN_OVER };
  const air = typeLook(context.style, 'furniture').leading * AIR;
  const head = setSides('head', values, false, setup, context);
  const foot = setSides('foot', values, false, setup, context);
  const { margins } = setup;
  return {
    ...setup,
    margins: {
      ...margins,
      top:
        highest(head) === 0 ? margins.top : Math.max(margins.top, headTop(head, setup) + highest(head) + air),
      bottom: highest(foot) === 0 ? margins.bottom : Math.max(margins.bottom, footHeight(foot, setup) + air),
    },
  };
}

const highest = (sides: readonly (readonly Strip[])[]) => largest(sides.map(stackHeight));

const headTop = (sides: readonly (readonly Strip[])[], { margins }: PageSetup) =>
  Math.max(CLEAR, margins.top * MARGIN_SHARE - highest(sides));

/** From the first line of the foot to the edge of the paper. */
const footHeight = (sides: readonly (readonly Strip[])[], { margins }: PageSetup) =>
  Math.max(CLEAR + highest(sides), margins.bottom * MARGIN_SHARE);

/** The left and the right side of a head or foot: the right one keeps its line, the left one has what that leaves. */
function setSides(
  edge: 'head' | 'foot',
  values: Values,
  swapped: boolean,
  setup: PageSetup,
  context: LayoutContext,
): [Strip[], Strip[]] {
  const furniture = setup.furniture!;
  const { width } = textArea(setup, 0);
  const look = typeLook(context.style, 'furniture');
  const set = (text: string, align: 'left' | 'right', room: number) =>
    text === ''
      ? []
      : setText(
          [{ kind: 'text', text }],
          { look, at: furniture.at, width: room, node: undefined, align },
          context,
        );
  const texts = [furniture[`${edge}-left`], furniture[`${edge}-right`]].map((text) =>
    filled(text, furniture, values),
  ) as [string, string];
  if (swapped) texts.reverse();
  const [left, right] = texts;
  // Page numbers keep their line: what stands on the outer side goes first.
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const shortWidth = Math.min(width / 2, widthOf(set(short, 'left', width)));
  const rest = short === '' ? width : width - shortWidth - look.size * 1.5;
  const room = (text: string) => (text === long ? rest : width - rest);
  const leftLines = set(left, 'left', room(left));
  const rightLines = set(right, 'right', room(right)).map((line) => ({
    ...line,
    marks: shifted(line.marks, width - room(right), 0),
  }));
  return [leftLines, rightLines];
}

const widthOf = (lines: readonly Strip[]) =>
  largest(
    lines.map((line) => line.marks.reduce((sum, mark) => sum + (mark.kind === 'text' ? mark.width : 0), 0)),
    0,
  );

/** What stands between two things that a corner says. */
const BETWEEN = ' · ';

/**
 * A text with its tokens filled in, once: a pack whose title holds braces keeps them. Where a token stands for nothing,
 * nothing is left of the dot beside it.
 */
function filled(text: string, { values }: Furniture, page: Values): string {
  const all: Values = { form: '', ...values, ...page };
  return text
    .split(BETWEEN)
    .map((part) => part.replace(/\{([a-z-]+)\}/g, (whole, token: string) => ownValue(all, token) ?? whole))
    .filter((part) => part !== '')
    .join(BETWEEN);
}
