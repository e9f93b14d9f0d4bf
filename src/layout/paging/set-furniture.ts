import { largest } from '../../diagnostics/collections/largest.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { OutlineItem } from '../../pages/laid.ts';
import { mm } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import { typeLook } from '../lines/type-look.ts';
import type { LayoutContext } from '../strips/layout-context.ts';
import { type Strip, shifted, stackHeight, strip } from '../strips/strip.ts';
import { setText } from '../strips/text/set-text.ts';
import { setLogo } from './furniture-logo.ts';
import { isVerso, textArea } from './page-frame.ts';
import type { Furniture, PageSetup } from './page-setup.ts';

/** The distance of furniture from the edge of the page, as a share of the margin. */
const MARGIN_SHARE = 0.55;
/** The room kept free at the edge of the paper, which printers cannot reach; in points. */
const CLEAR = mm(6);
/** The room between furniture and text, as a share of the furniture’s leading. */
const AIR = 0.8;

/** The share of a page that its head and foot may take up. Set on each page, longer ones would take minutes too. */
const MOST_FURNITURE = 1 / 3;

/** A heading of the outline, and whether its page begins with it. */
export interface PlacedHeading extends OutlineItem {
  readonly first: boolean;
}

/** The values of furniture tokens on one page. */
type Values = Readonly<Record<string, string>>;

/**
 * Sets the furniture above and below the text of a page. It is an artifact, since it is not content.
 * @param index the page, counted from 0
 * @param pages the number of pages (`count`), and the last one with content, counted from 0
 */
export function setFurniture(
  index: number,
  { count, last }: { readonly count: number; readonly last: number },
  outline: readonly PlacedHeading[],
  setup: PageSetup,
  context: LayoutContext,
): Mark[] {
  const { furniture } = setup;
  if (!furniture || (index === 0 && furniture.cover)) return [];
  const section = outline.findLast((item) => item.level === 1 && item.page <= index)?.title ?? '';
  // Candidates are told at the foot of each page that there is more, except on the last with content.
  const turnOver = index < last ? (furniture.values['turn-over'] ?? '') : '';
  const running = runningHead(index, outline);
  const values = { page: String(index + 1), pages: String(count), section, running, 'turn-over': turnOver };
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
 * Names the section that a page belongs to, and the entry: the first that begins on the page, or the one that
 * continues. A page that begins with a section has neither, because its title is right below.
 */
function runningHead(index: number, outline: readonly PlacedHeading[]): string {
  const here = outline.filter(({ page, level }) => page === index && level <= 2);
  const atTop = here[0]?.first === true;
  if (atTop && here[0]?.level === 1) return '';
  const before = outline.filter(({ page, level }) => page < index && level <= 2);
  const section = before.findLast(({ level }) => level === 1);
  const last = before.at(-1);
  const entry = atTop ? here[0] : last?.level === 2 ? last : undefined;
  return [section, entry].flatMap((one) => (one ? [one.title] : [])).join(BETWEEN);
}

/**
 * Widens the margins as far as furniture needs: in large print it may fill several lines.
 * @param titles the titles of all headings, for furniture that names the section
 */
export function withRoomForFurniture(
  setup: PageSetup,
  titles: readonly string[],
  context: LayoutContext,
): PageSetup {
  if (!setup.furniture) return setup;
  const longest = titles.reduce((long, title) => (title.length > long.length ? title : long), '');
  const values = {
    page: '000',
    pages: '000',
    section: longest,
    running: `${longest}${BETWEEN}${longest}`,
    'turn-over': setup.furniture.values['turn-over'] ?? '',
  };
  const air = typeLook(context.style, 'furniture').leading * AIR;
  const head = setSides('head', values, false, setup, context);
  const foot = setSides('foot', values, false, setup, context);
  const { margins } = setup;
  if (highest(head) + highest(foot) > setup.height * MOST_FURNITURE) {
    const { furniture: _, ...bare } = setup;
    context.report.add(
      'too-tall',
      setup.furniture.at,
      'The head and foot of each page would take up more than a third of it.',
      'Shorten the title of the pack, or the longest heading: they are printed there.',
    );
    return bare;
  }
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

/** Gives the distance from the top of the foot to the edge of the paper, in points. */
const footHeight = (sides: readonly (readonly Strip[])[], { margins }: PageSetup) =>
  Math.max(CLEAR + highest(sides), margins.bottom * MARGIN_SHARE);

/**
 * Sets the left and right sides of a head or foot. The shorter text keeps to one line; the longer one gets the rest
 * of the width.
 */
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
  // Page numbers stay on one line, so the shorter side is set first.
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const logo = edge === 'head' ? logoOf(furniture, look.leading, context) : undefined;
  const textWidth = width - (logo ? logo.width + look.size : 0);
  const shortWidth = Math.min(textWidth / 2, widthOf(set(short, 'left', textWidth)));
  const rest = short === '' ? textWidth : textWidth - shortWidth - look.size * 1.5;
  const room = (text: string) => (text === long ? rest : textWidth - rest);
  const leftLines = set(left, 'left', room(left));
  const rightLines = set(right, 'right', room(right)).map((line) => ({
    ...line,
    marks: shifted(line.marks, textWidth - room(right), 0),
  }));
  if (!logo) return [leftLines, rightLines];
  // The logo is at the outer edge, beside the text that it belongs to.
  const beside = swapped ? 0 : width - textWidth;
  const sides = [leftLines, rightLines].map((lines) =>
    besideLogo(lines, beside, look.leading, furniture.at),
  ) as [Strip[], Strip[]];
  const [first, ...others] = sides[swapped ? 1 : 0];
  const drawn = shifted([logo.mark], swapped ? width - logo.width : 0, 0);
  sides[swapped ? 1 : 0] = [{ ...first!, marks: [...drawn, ...first!.marks] }, ...others];
  return sides;
}

/** The height of a logo, in lines of furniture. */
const LOGO_LINES = 2;

/** The logo in the head, if the head names the school and there is a logo. */
function logoOf({ logo, 'head-left': text }: Furniture, leading: number, { pictures }: LayoutContext) {
  const picture = logo !== undefined && text.includes('{school}') ? pictures.get(logo) : undefined;
  return picture && setLogo(logo!, picture, leading * LOGO_LINES);
}

/** Puts the lines of one side in the middle of the height of a logo. */
function besideLogo(lines: readonly Strip[], x: number, leading: number, at: Place): Strip[] {
  const missing = Math.max(0, LOGO_LINES - lines.length);
  const y = (missing * leading) / 2;
  return [
    ...lines.map((line) => ({ ...line, marks: shifted(line.marks, x, y) })),
    ...Array.from({ length: missing }, () => strip(at, leading, [])),
  ];
}

const widthOf = (lines: readonly Strip[]) =>
  largest(
    lines.map((line) => line.marks.reduce((sum, mark) => sum + (mark.kind === 'text' ? mark.width : 0), 0)),
    0,
  );

/** The separator between two parts of a corner’s text. */
const BETWEEN = ' · ';

/**
 * Replaces the tokens in a text, once, so that braces in a pack’s title are kept. A part that is then empty is left
 * out with its
 * separator.
 */
function filled(text: string, { values }: Furniture, page: Values): string {
  const all: Values = { form: '', ...values, ...page };
  return text
    .split(BETWEEN)
    .map((part) => part.replace(/\{([a-z-]+)\}/g, (whole, token: string) => ownValue(all, token) ?? whole))
    .filter((part) => part !== '')
    .join(BETWEEN);
}
