import type { TextBlock } from '../rich-text/text-block.ts';
import type { Ask } from './question.ts';

/** What a question asks, and what was found with it. */
export interface AskWithNotes {
  readonly ask: Ask;
  /** What pupils read, where it is not the text of the question as a whole. */
  readonly stem?: readonly TextBlock[];
  readonly rationale?: readonly TextBlock[];
  readonly guidance?: readonly TextBlock[];
}
