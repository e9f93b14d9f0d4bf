import type { Inline, TextRun } from '../blocks/block.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { rounded } from '../pages/length.ts';
import type { LinkMark, TextMark } from '../pages/page.ts';
import { breakLines, type Item } from './break-lines.ts';
import { faceOf, type Setting, type TypeLook } from './setting.ts';
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

/** A piece of a word in one face. */
interface Piece {
  readonly face: string;
  readonly text: string;
  readonly width: number;
  readonly run: TextRun;
}

/** A word's pieces, or the space between words. */
type TextItem = Item & { readonly pieces?: readonly Piece[] };

/** Characters after which a line may end inside a word. */
const AFTER = /[-\u2010\u2013\u2014/]/;
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
    let x = startOf(pieces, line.width, index === 0, options, setting);
    for (const piece of pieces) {
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
    if (index < lines.length - 1 && ending && !AFTER.test(ending.text.slice(-1)))
      texts[texts.length - 1] = {
        ...ending,
        text: `${ending.text} `,
        width: ending.width + setting.fonts.width(ending.face, ending.size, ' '),
      };
    return strip(at, look.leading, [
      ...texts.map((mark) => ({ ...mark, width: rounded(mark.width) })),
      ...links,
    ]);
  });
  return keepEnds(strips);
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
    target: url.startsWith('#') ? { destination: url.slice(1) } : { url },
    contents: piece.run.text.trim() || url,
  });
}

/** Words as boxes, spaces as glue; a word may be of several runs and faces, and is not broken between them. */
function toItems(text: readonly Inline[], options: TextOptions, setting: Setting): TextItem[] {
  const { fonts, report } = setting;
  const { look, at } = options;
  const items: TextItem[] = [];
  let word: Piece[] = [];

  const endWord = () => {
    if (word.length === 0) return;
    const width = word.reduce((sum, piece) => sum + piece.width, 0);
    if (width > options.width + 0.001) {
      const shown = word.map((piece) => piece.text).join('');
      report.add(
        'word-too-wide',
        word[0]!.run.at ?? at,
        `The word “${shown}” is wider than its column (${Math.ceil(width)} of ${Math.floor(options.width)} points).`,
        'Shorten it, or break it with a hyphen.',
        word[0]!.text,
      );
    }
    items.push({ kind: 'box', width, pieces: word });
    word = [];
  };

  for (const inline of text) {
    if (inline.kind === 'break') {
      endWord();
      items.push({ kind: 'penalty', cost: -Infinity });
      continue;
    }
    const face = faceOf(look, inline);
    for (const character of fonts.lacking(face, inline.text.replace(/\s/g, ' ')))
      report.add(
        'glyph-missing',
        inline.at ?? at,
        `No font has the letter “${character}” (${codePoint(character)}).`,
        'Replace it by one that the fonts have.',
        character,
      );
    for (const part of inline.text.split(/([ \t\n\r]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n\r]/.test(part)) {
        endWord();
        const width = fonts.width(face, look.size, ' ');
        items.push({ kind: 'glue', width, pieces: [{ face, text: ' ', width, run: inline }] });
        continue;
      }
      for (const run of fonts.runs(face, part))
        for (const bit of run.text.split(/(?<=[\p{L}\p{N}]{2}[-\u2010\u2014/])(?=\p{L})/u)) {
          if (word.length > 0 && bit !== run.text && AFTER.test(word.at(-1)!.text.slice(-1))) {
            endWord();
            items.push({ kind: 'penalty', cost: 0 });
          }
          word.push({ face: run.face, text: bit, width: fonts.width(run.face, look.size, bit), run: inline });
        }
    }
  }
  endWord();
  return glueDashes(items);
}

/** A dash between spaces stays on the line of the word before it. */
function glueDashes(items: readonly TextItem[]): TextItem[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1]?.pieces?.map((piece) => piece.text).join('');
    return item.kind === 'glue' &&
      (next === '–' || next === '—' || next === '…') &&
      items[index - 1]?.kind === 'box'
      ? [{ kind: 'box', width: item.width, pieces: item.pieces! }]
      : [item];
  });
}

const codePoint = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
