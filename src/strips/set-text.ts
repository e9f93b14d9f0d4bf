import type { Inline, TextRun } from '../blocks/block.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { breakLines } from '../lines/break-lines.ts';
import { BREAK_AFTER, type Piece, toItems } from '../lines/text-items.ts';
import { colourOf, faceOf, type TypeLook } from '../lines/type-look.ts';
import { rounded } from '../pages/length.ts';
import type { LinkMark, ShapeMark, TextMark } from '../pages/page.ts';
import type { Setting } from './setting.ts';
import { keptWithNext, type Strip, strip } from './strip.ts';
import { addNode, addSlot, type DraftNode } from './structure-draft.ts';

export interface TextOptions {
  readonly look: TypeLook;
  readonly at: Place;
  /** The width of the column. */
  readonly width: number;
  /** The node that holds the text; undefined sets it as an artifact. */
  readonly node: DraftNode | undefined;
  readonly align?: 'left' | 'right' | 'centre';
  readonly balanced?: boolean;
  /** Lets an opening quotation mark hang to the left of the column. */
  readonly hang?: boolean;
}

const OPENING_QUOTE = /^[“‘"']/;

/**
 * Sets inline text as lines: a strip a line, at least two of which stay together at either end of a break.
 * Reports letters that no font has, and words wider than the column.
 */
export function setText(text: readonly Inline[], options: TextOptions, setting: Setting): Strip[] {
  const items = toItems(text, options, setting);
  const lines = breakLines(items, options.width, options.balanced);
  const { look, at, node } = options;
  const places = new Map<TextRun, LinkPlace>();
  const metrics = setting.fonts.metrics(faceOf(look, {}));
  const baseline = rounded(look.leading / 2 + ((metrics.ascent - metrics.descent) / 2) * look.size);

  const strips = lines.map((line, index): Strip => {
    const pieces = items.slice(line.from, line.to).flatMap((item) => item.pieces ?? []);
    const texts: TextMark[] = [];
    const links: LinkMark[] = [];
    const blanks: ShapeMark[] = [];
    let x = startOf(pieces, line.width, index === 0, options, setting);
    for (const piece of pieces) {
      if (piece.blank) {
        const width = piece.blank === 'rest' ? options.width - x : piece.width;
        blanks.push(blankRule(x, baseline, width, setting));
        x += width;
        continue;
      }
      const link = node && piece.run.link !== undefined ? linkPlace(piece.run, node, places) : undefined;
      const standing = link?.standing ?? (node ? textSlot(node) : { artifact: 'page' as const });
      const { face, text: shown, width } = piece;
      const last = texts.at(-1);
      if (last && last.face === face && JSON.stringify(last.standing) === JSON.stringify(standing))
        texts[texts.length - 1] = { ...last, text: last.text + shown, width: last.width + width };
      else
        texts.push({
          kind: 'text',
          standing,
          x: rounded(x),
          y: baseline,
          text: shown,
          face,
          size: look.size,
          colour: look.colour,
          wordSpace: 0,
          letterSpace: 0,
          width,
        });
      if (link) extendLink(links, link, piece, { x, height: look.leading });
      x += width;
    }
    // A real space ends every line but the last, so that words do not run together when the text is read out or copied.
    const ending = texts.at(-1);
    if (index < lines.length - 1 && ending && !BREAK_AFTER.test(ending.text.slice(-1)))
      texts[texts.length - 1] = {
        ...ending,
        text: `${ending.text} `,
        width: ending.width + setting.fonts.width(ending.face, ending.size, ' '),
      };
    return strip(at, look.leading, [
      ...texts.map((mark) => ({ ...mark, width: rounded(mark.width) })),
      ...links,
      ...blanks,
    ]);
  });
  return keepEnds(strips);
}

/** A rule to write on, a little below the baseline so that letters do not stand on it. */
function blankRule(x: number, baseline: number, width: number, { style }: Setting): ShapeMark {
  const y = rounded(baseline + 2);
  return {
    kind: 'shape',
    standing: { artifact: 'layout' },
    outline: {
      path: [
        ['M', rounded(x), y],
        ['L', rounded(x + width), y],
      ],
    },
    stroke: { colour: colourOf(style.rule), width: style['rule-width'] },
  };
}

/** Where a line begins. */
function startOf(
  pieces: readonly Piece[],
  width: number,
  first: boolean,
  options: TextOptions,
  { fonts }: Setting,
): number {
  const free = options.width - width;
  if (options.align === 'right') return free;
  if (options.align === 'centre') return free / 2;
  const mark = options.hang && first && pieces[0] ? OPENING_QUOTE.exec(pieces[0].text) : undefined;
  return mark ? -fonts.width(pieces[0]!.face, options.look.size, mark[0]) : 0;
}

/** At least two lines before a break and two after it. */
export function keepEnds(strips: readonly Strip[]): Strip[] {
  return strips.map((one, index) =>
    index < strips.length - 1 && (index === 0 || index === strips.length - 2) ? keptWithNext(one) : one,
  );
}

/** The slot that plain text goes on in: the last child of its node, unless a link has come between. */
function textSlot(node: DraftNode): { slot: number } {
  const last = node.children.at(-1);
  return last && 'slot' in last ? last : addSlot(node);
}

/** Where a link's text and areas belong. */
interface LinkPlace {
  readonly node: number;
  readonly standing: { readonly slot: number };
}

function linkPlace(run: TextRun, parent: DraftNode, places: Map<TextRun, LinkPlace>): LinkPlace {
  const known = places.get(run);
  if (known) return known;
  const link = addNode(parent, 'Link');
  const place = { node: link.node, standing: addSlot(link) };
  places.set(run, place);
  return place;
}

/** Adds a piece to the area of its link on this line. */
function extendLink(
  links: LinkMark[],
  place: LinkPlace,
  piece: Piece,
  at: { x: number; height: number },
): void {
  const last = links.at(-1);
  if (last?.node === place.node) {
    links[links.length - 1] = {
      ...last,
      box: { ...last.box, width: rounded(at.x + piece.width - last.box.x) },
    };
    return;
  }
  const url = piece.run.link!;
  links.push({
    kind: 'link',
    node: place.node,
    box: { x: rounded(at.x), y: 0, width: rounded(piece.width), height: at.height },
    target: { url },
    contents: piece.run.text.trim() || url,
  });
}
