import type * as z from 'zod';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Block, Inline } from '../block.ts';

/** What a named block may use while it expands. Texts may hold origin marks; what comes back holds none. */
export interface ExpandTools {
  /** Where the block stands. */
  readonly at: Place;
  readonly report: Report;
  /** The document's language tag. */
  readonly language: string;
  /** Where a field's text was written. */
  placeIn(text: string): Place;
  /** Text as it is. */
  plain(text: string): Inline[];
  /** Markdown of one paragraph. */
  inline(text: string): Inline[];
  /** Markdown of any length. */
  blocks(text: string): Block[];
  /** The path of a picture whose address stands in a field, relative to the file that it was written in. */
  pictureAt(address: string): string;
}

/**
 * A block that authors and templates write as a fence: its name is the fence's info word, its fields are YAML in the
 * fence's body. It expands into core blocks, so that layout need not know it.
 */
export interface NamedBlock<Fields extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly fields: Fields;
  expand(fields: z.output<Fields>, tools: ExpandTools): Block[];
}

/** Ties a named block's fields to its `expand`. */
export function defineBlock<Fields extends z.ZodType>(block: NamedBlock<Fields>): NamedBlock {
  return block as unknown as NamedBlock;
}
