import type { Block } from '../blocks/block.ts';
import { append } from '../diagnostics/collections/append.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Mark } from '../pages/page.ts';
import { laySection, paginateStrips, type SectionOptions, setSection } from './lay-section.ts';
import { marksByPage } from './paging/marks-by-page.ts';
import type { Paginated } from './paging/paginate.ts';
import type { Strip } from './strips/strip.ts';
import type { DraftNode } from './strips/structure-draft.ts';
import type { Style } from './style/style.ts';

/** A laid section, and the marks of each of its pages if they are known already. */
interface RememberedSection extends Paginated {
  readonly marks?: ReadonlyMap<number, readonly Mark[]>;
}

/**
 * Keeps the sections of a document that is laid out more than once, to fit or for its index, or of documents that share
 * most of their blocks, as the copies of a class set do: a copy differs from the next only on its cover and at the feet
 * of its pages. Blocks are compared by identity, so whoever makes the documents has to share them, and has to use the
 * memory for one paper, language and set of fonts only.
 */
export interface SectionMemory {
  /** Lays out a section, or gives the one that was laid out with the same blocks in the same circumstances. */
  lay(blocks: readonly Block[], options: SectionOptions, report: Report): RememberedSection;
}

/** The strips of a section, and what it leaves behind besides them. */
interface Remembered {
  readonly blocks: readonly Block[];
  readonly circumstances: string;
  readonly headings: readonly object[];
  readonly strips: readonly Strip[];
  /** What it added to the structure, and the next numbers of nodes and slots after it. */
  readonly children: DraftNode['children'];
  readonly after: DraftNode['counter'];
  /** The ways in which it was divided into pages. */
  divided: readonly Divided[];
}

/** A section on pages. */
interface Divided {
  readonly circumstances: string;
  readonly section: Paginated;
  marks: ReadonlyMap<number, readonly Mark[]> | undefined;
}

/** How many are kept for each section: it is tried at several sizes, and long names may move what follows them. */
const KEPT = 6;

export function createSectionMemory(): SectionMemory {
  const kept = new Map<Block, readonly Remembered[]>();
  return {
    lay(blocks, options, report) {
      // What an index prints depends on the pass.
      if (options.document.mentions.size > 0 && blocks.some(({ kind }) => kind === 'index'))
        return laySection(blocks, options, report);
      const circumstances = circumstancesOf(options);
      const headings = [...options.document.anchors.keys()];
      const ofFirst = kept.get(blocks[0]!) ?? [];
      const known = ofFirst.find(
        (one) =>
          one.circumstances === circumstances && same(one.blocks, blocks) && same(one.headings, headings),
      );
      if (known) {
        const { structure } = options;
        append(structure.children, known.children);
        Object.assign(structure.counter, known.after);
        return divide(known, options, report);
      }
      const { isClean, ...set } = setAnew(blocks, options, report);
      if (!isClean) return paginateStrips(set.strips, options, report);
      const remembered = { blocks, circumstances, headings, ...set, divided: [] };
      kept.set(blocks[0]!, [remembered, ...ofFirst].slice(0, KEPT));
      return divide(remembered, options, report);
    },
  };
}

/** Sets a section. A finding may name a copy, so one with findings is set again for the next. */
function setAnew(blocks: readonly Block[], options: SectionOptions, report: Report) {
  const { structure } = options;
  const before = structure.children.length;
  const found = report.fork();
  const strips = setSection(blocks, options, found);
  report.merge(found);
  const children = structure.children.slice(before);
  return { strips, children, after: { ...structure.counter }, isClean: found.diagnostics.length === 0 };
}

/** Divides the strips of a section into pages, or gives it as it was divided before in the same circumstances. */
function divide(set: Remembered, options: SectionOptions, report: Report): RememberedSection {
  const { firstPage, setup } = options;
  const circumstances = JSON.stringify([firstPage, setup.shorter, setup.leastFilled]);
  const known = set.divided.find((one) => one.circumstances === circumstances);
  if (known) {
    known.marks ??= marksByPage(known.section);
    return known.marks ? { ...known.section, marks: known.marks } : known.section;
  }
  const found = report.fork();
  const section = paginateStrips(set.strips, options, found);
  report.merge(found);
  if (found.diagnostics.length === 0)
    set.divided = [{ circumstances, section, marks: undefined }, ...set.divided].slice(0, KEPT);
  return section;
}

/** What the strips of a section depend on besides its blocks: the room on its pages, and the numbers given out before. */
function circumstancesOf({ setup, structure, style }: SectionOptions): string {
  const { furniture: _, shorter: __, leastFilled: ___, ...room } = setup;
  const { nodes, slots } = structure.counter;
  return `${nodes} ${slots} ${styleKey(style)} ${JSON.stringify(room)}`;
}

/** The keys of styles: those of a document have only a few. */
const styleKeys = new WeakMap<Style, string>();

function styleKey(style: Style): string {
  const key = styleKeys.get(style) ?? JSON.stringify(style);
  styleKeys.set(style, key);
  return key;
}

const same = (a: readonly object[], b: readonly object[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
