import type { Block } from '../blocks/block.ts';
import { append } from '../diagnostics/collections/append.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Mark } from '../pages/page.ts';
import { laySection, type SectionOptions } from './lay-section.ts';
import { marksByPage } from './paging/marks-by-page.ts';
import type { Paginated } from './paging/paginate.ts';
import type { DraftNode } from './strips/structure-draft.ts';

/** A laid section, and the marks of each of its pages if they are known already. */
interface RememberedSection extends Paginated {
  readonly marks?: ReadonlyMap<number, readonly Mark[]>;
}

/**
 * Keeps the laid sections of documents that share most of their blocks, as the copies of a class set do: a copy differs
 * from the next only on its cover and at the feet of its pages. Blocks are compared by identity, so whoever makes the
 * documents has to share them, and has to use the memory for one style, paper, language and set of fonts only.
 */
export interface SectionMemory {
  /** Lays out a section, or gives the one that was laid out with the same blocks in the same circumstances. */
  lay(blocks: readonly Block[], options: SectionOptions, report: Report): RememberedSection;
}

/** What a section leaves behind, besides its strips. */
interface Remembered {
  readonly blocks: readonly Block[];
  readonly circumstances: string;
  readonly headings: readonly object[];
  readonly section: Paginated;
  /** What it added to the structure, and the next numbers of nodes and slots after it. */
  readonly children: DraftNode['children'];
  readonly after: DraftNode['counter'];
  marks: ReadonlyMap<number, readonly Mark[]> | undefined;
}

/** How many are kept for each section of a document: long names may move what follows them. */
const KEPT = 4;

export function createSectionMemory(): SectionMemory {
  const kept = new Map<Block, Remembered[]>();
  return {
    lay(blocks, options, report) {
      const { structure, document } = options;
      // What an index prints depends on the pass.
      if (document.mentions.size > 0) return laySection(blocks, options, report);
      const circumstances = circumstancesOf(options);
      const headings = [...document.anchors.keys()];
      const ofFirst = kept.get(blocks[0]!) ?? [];
      const known = ofFirst.find(
        (one) =>
          one.circumstances === circumstances && same(one.blocks, blocks) && same(one.headings, headings),
      );
      if (known) {
        append(structure.children, known.children);
        Object.assign(structure.counter, known.after);
        known.marks ??= marksByPage(known.section);
        return known.marks ? { ...known.section, marks: known.marks } : known.section;
      }
      const before = structure.children.length;
      const found = report.fork();
      const section = laySection(blocks, options, found);
      report.merge(found);
      // A finding may name a copy, so a section with findings is laid out again for the next one.
      if (found.diagnostics.length === 0) {
        const children = structure.children.slice(before);
        const after = { ...structure.counter };
        const entry = { blocks, circumstances, headings, section, children, after, marks: undefined };
        kept.set(blocks[0]!, [entry, ...ofFirst].slice(0, KEPT));
      }
      return section;
    },
  };
}

/** What a section depends on besides its blocks: where it begins, the room on its pages, and the numbers given out before. */
function circumstancesOf({ setup, structure, firstPage, style }: SectionOptions): string {
  const { furniture: _, ...room } = setup;
  const { nodes, slots } = structure.counter;
  return JSON.stringify([nodes, slots, firstPage, room, style]);
}

const same = (a: readonly object[], b: readonly object[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
