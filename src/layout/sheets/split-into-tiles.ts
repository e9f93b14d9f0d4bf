import { append } from '../../diagnostics/collections/append.ts';
import { boundsOf, placedBox } from '../../pages/bounds-of.ts';
import type { Laid } from '../../pages/laid.ts';
import { rounded } from '../../pages/length.ts';
import type { Box, GroupMark, LinkMark, Mark, PathStep, StructureRef, TextMark } from '../../pages/page.ts';
import { createSlotPieces } from './slot-pieces.ts';
import { contains, mostVisibleTile, overlapBox, visibleArea } from './visible-area.ts';

/** A letter of a text, with its place on the page in points. Imposition asks for these, since it has no fonts. */
interface Letter {
  readonly text: string;
  readonly x: number;
  readonly advance: number;
  /** The bounding box of its ink; spaces have none. */
  readonly ink?: Box;
  readonly outline: () => readonly PathStep[];
}

export type LettersOf = (text: TextMark) => readonly Letter[];

/** A document with its pages divided into tiles: the marks of each tile of each page, and the structure tree for them. */
interface TiledPages extends Pick<Laid, 'structure'> {
  readonly parts: readonly (readonly (readonly Mark[])[])[];
}

/** Gives the tile on which a letter is text, given the tile of the letter before it. */
type OwnerOf = (letter: Letter, last: number | undefined) => number;

/**
 * Divides pages into overlapping tiles. Each mark is drawn on every tile that it reaches into, but is content on only one
 * of them; a letter on one that shows all of it. On other tiles it is an artifact, and letters are drawn as outlines, so
 * that they are not read out, found or copied twice. Slots are divided in the same way, in logical order.
 * @param tiles the tiles of every page, in the page’s coordinates; together they cover it
 */
export function splitIntoTiles(laid: Laid, tiles: readonly Box[], lettersOf: LettersOf): TiledPages {
  const slots = createSlotPieces(laid.structure);
  const parts = laid.pages.map((page, number) => {
    const shared: Mark[][] = tiles.map(() => []);
    const pieceOn = (place: number) => (slot: number) => slots.pieceOf(slot, `${number} ${place}`);
    const ownerOfLetter: OwnerOf = ({ ink }, last) => (ink ? ownerOf([ink], tiles, last) : (last ?? 0));
    for (const mark of page.marks) {
      if (mark.kind === 'text') {
        splitText(mark, lettersOf(mark), tiles, ownerOfLetter).forEach(({ place, mark: part }) => {
          shared[place]!.push(structureRefOn(part, pieceOn(place)));
        });
        continue;
      }
      const owner = ownerOf([boundsOf(mark)], tiles, undefined);
      tiles.forEach((tile, place) => {
        if (visibleArea([boundsOf(mark)], tile) === 0) return;
        if (mark.kind === 'link') append(shared[place]!, linkOn(mark, tile, place === owner, tiles[owner]!));
        else if (mark.kind === 'group')
          shared[place]!.push(groupOn(mark, tile, place === owner ? pieceOn(place) : undefined, lettersOf));
        else shared[place]!.push(place === owner ? structureRefOn(mark, pieceOn(place)) : asArtifact(mark));
      });
    }
    return shared;
  });
  return { parts, structure: slots.structure() };
}

/**
 * Gives the tile where something is content: the last one if it shows all of it, or else one that does, or else the
 * one that shows most.
 */
function ownerOf(reach: readonly Box[], tiles: readonly Box[], last: number | undefined): number {
  const whole = (tile: Box) => reach.every((box) => contains(tile, box));
  if (last !== undefined && whole(tiles[last]!)) return last;
  const first = tiles.findIndex(whole);
  return first >= 0 ? first : mostVisibleTile(reach, tiles);
}

/** Splits a text into runs of letters on the same tile, and outlines of the letters that other tiles show. */
function splitText(
  mark: TextMark,
  letters: readonly Letter[],
  tiles: readonly Box[],
  owner: OwnerOf,
): { place: number; mark: Mark }[] {
  const stretches: { place: number; letters: Letter[] }[] = [];
  const homes = new Map<Letter, number>();
  for (const letter of letters) {
    const place = owner(letter, stretches.at(-1)?.place ?? ownerOfFirst(letters, owner));
    homes.set(letter, place);
    if (stretches.at(-1)?.place === place) stretches.at(-1)!.letters.push(letter);
    else stretches.push({ place, letters: [letter] });
  }
  const texts = stretches.map(({ place, letters: run }) => ({ place, mark: textOf(mark, run) }));
  const drawn = tiles.flatMap((tile, place) => {
    const others = letters.filter((letter) => {
      const home = homes.get(letter)!;
      if (home === place || !letter.ink || visibleArea([letter.ink], tile) === 0) return false;
      return !isSliver(letter.ink, tile) || !contains(tiles[home]!, letter.ink);
    });
    return others.length > 0 ? [{ place, mark: outlined(mark, others, { artifact: 'layout' }) }] : [];
  });
  return [...texts, ...drawn];
}

/** What is seen of a letter on a sheet that is narrower than this is too thin for a copier; in points of the page. */
const THINNEST = 0.3;
const isSliver = (ink: Box, tile: Box): boolean => {
  const { width, height } = overlapBox(ink, tile);
  return Math.min(width, height) < Math.min(THINNEST, ink.width, ink.height);
};

/** Gives the tile for spaces at the beginning: that of the first letter. */
function ownerOfFirst(letters: readonly Letter[], owner: OwnerOf): number | undefined {
  const first = letters.find(({ ink }) => ink);
  return first && owner(first, undefined);
}

function textOf(mark: TextMark, run: readonly Letter[]): TextMark {
  const width = run.reduce((sum, { advance }) => sum + advance, 0);
  return {
    ...mark,
    text: run.map(({ text }) => text).join(''),
    x: rounded(run[0]!.x),
    width: rounded(width),
  };
}

const outlined = (mark: TextMark, letters: readonly Letter[], structureRef: StructureRef): Mark => ({
  kind: 'shape',
  structureRef,
  outline: { path: letters.flatMap((letter) => letter.outline()) },
  fill: mark.colour,
});

/** Puts a link on the tile that shows most of it, and on others only if that one does not show all of it. */
function linkOn(mark: LinkMark, tile: Box, atHome: boolean, owner: Box): LinkMark[] {
  return atHome || !contains(owner, mark.box) ? [{ ...mark, box: overlapBox(mark.box, tile) }] : [];
}

/**
 * Gives the part of a group that a tile shows. A figure is content on only one tile; its letters are text there if all of
 * them is visible.
 * @param pieceOf undefined if the group is not content on this tile
 */
function groupOn(
  group: GroupMark,
  tile: Box,
  pieceOf: ((slot: number) => number) | undefined,
  lettersOf: LettersOf,
  toPage: (box: Box) => Box = (box) => box,
): GroupMark {
  const { figure, ...rest } = group;
  const inPage = (box: Box) => toPage(placedBox(group, box));
  const marks = group.marks.flatMap((mark): Mark[] => {
    if (visibleArea([inPage(boundsOf(mark))], tile) === 0) return [];
    if (mark.kind === 'group') return [groupOn(mark, tile, pieceOf, lettersOf, inPage)];
    if (mark.kind === 'link') return pieceOf ? [mark] : [];
    if (mark.kind !== 'text') return [pieceOf ? structureRefOn(mark, pieceOf) : asArtifact(mark)];
    const whole = ({ ink }: Letter) => pieceOf !== undefined && (!ink || contains(tile, inPage(ink)));
    const structureRef: StructureRef = pieceOf
      ? structureRefOn(mark, pieceOf).structureRef
      : { artifact: 'layout' };
    return runsOf(lettersOf(mark), whole).flatMap(({ holds, letters }): Mark[] => {
      if (holds) return letters.some(({ ink }) => ink) ? [{ ...textOf(mark, letters), structureRef }] : [];
      const visible = letters.filter(({ ink }) => ink && visibleArea([inPage(ink)], tile) > 0);
      return visible.length > 0 ? [outlined(mark, visible, structureRef)] : [];
    });
  });
  return { ...rest, ...(pieceOf && figure !== undefined && { figure }), ...clippedTo(group, tile), marks };
}

/** Groups consecutive items for which a test has the same result. */
function runsOf<T>(letters: readonly T[], test: (letter: T) => boolean): { holds: boolean; letters: T[] }[] {
  const stretches: { holds: boolean; letters: T[] }[] = [];
  for (const letter of letters) {
    const holds = test(letter);
    if (stretches.at(-1)?.holds === holds) stretches.at(-1)!.letters.push(letter);
    else stretches.push({ holds, letters: [letter] });
  }
  return stretches;
}

/** Limits a figure’s clip, which gives its size, to the part that is visible. */
function clippedTo({ figure, clip, turn, scale, matrix, x, y }: GroupMark, tile: Box): { clip?: Box } {
  if (figure === undefined || !clip || turn !== 0 || matrix) return {};
  const tileInGroup = {
    x: (tile.x - x) / scale,
    y: (tile.y - y) / scale,
    width: tile.width / scale,
    height: tile.height / scale,
  };
  return { clip: overlapBox(clip, tileInGroup) };
}

type Content = Exclude<Mark, GroupMark | LinkMark>;

function structureRefOn<M extends Mark>(mark: M, pieceOf: (slot: number) => number): M {
  if (!('structureRef' in mark) || !('slot' in mark.structureRef)) return mark;
  return { ...mark, structureRef: { slot: pieceOf(mark.structureRef.slot) } };
}

const asArtifact = (mark: Content): Mark =>
  'slot' in mark.structureRef ? { ...mark, structureRef: { artifact: 'layout' } } : mark;
