import type * as z from 'zod';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Words } from '../../words/words.ts';
import type { Block, Inline } from '../block.ts';

/** What a named block may use while it expands. Texts may hold origin marks; the results hold none. */
export interface ExpandTools {
  /** Where the block was written. */
  readonly at: Place;
  readonly report: Report;
  /** The words of the document’s language, for what the block prints itself. */
  readonly words: Words;
  /** Where a field's text was written. */
  placeIn(text: string): Place;
  /** Plain text, not Markdown. */
  plain(text: string): Inline[];
  /** Markdown of one paragraph. */
  inline(text: string): Inline[];
  /** Markdown of any length. */
  blocks(text: string): Block[];
  /** The path of a picture whose address is in a field, relative to the file that the field was written in. */
  pictureAt(address: string): string;
}

/**
 * A block that authors and templates write as a fence: the word after the fence is its name, and the YAML inside the fence
 * is its fields. It expands into core blocks, so that layout does not have to know it.
 */
export interface NamedBlock<Fields extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly fields: Fields;
  expand(fields: z.output<Fields>, tools: ExpandTools): Block[];
}

/** Defines a named block, so that the type of its fields is known in `expand`. */
export function defineBlock<Fields extends z.ZodType>(block: NamedBlock<Fields>): NamedBlock {
  // Fields were checked by the block's own schema before they come here.
  return { ...block, expand: (fields, tools) => block.expand(fields as z.output<Fields>, tools) };
}
