import type * as z from 'zod';
import type { Passage } from '../../content/entries/entry.ts';
import type { SomeWords } from '../../words/words.ts';
import type { boardSchema } from './board-schema.ts';

type BoardFields = z.output<typeof boardSchema>;

/** The manner in which an exam board sets and marks its papers. */
export interface ExamBoard
  extends Pick<BoardFields, 'name' | 'lang' | 'specification' | 'tariffs' | 'papers'> {
  /** The name of its file, without the ending. */
  readonly id: string;
  readonly objectives: readonly { readonly id: string; readonly name: string; readonly body: Passage }[];
  /** Markdown. The text on accuracy has {marks} in it, and is printed on papers that have such marks. */
  readonly cover: { readonly [Part in CoverPart]?: Passage };
  readonly accuracy?: { readonly objective: string; readonly text: Passage };
  readonly words: SomeWords;
}

/** A text of the cover that a board may give. */
export type CoverPart = keyof NonNullable<BoardFields['cover']>;
