import { type KindTable, QUESTION_KINDS } from '../../assessment/kinds/question-kinds.ts';
import { assessmentKinds } from '../../assessment/tasks/assessment-kinds.ts';
import type { NamedBlock } from '../../blocks/named/named-block.ts';
import { CONTENT_KINDS } from '../../content/kinds/content-kinds.ts';
import { blocksWith } from './blocks.ts';

/** Everything of which there are kinds: wings below know only what a kind looks like, and are given the kinds there are. */
export interface Tables {
  readonly questionKinds: KindTable;
  /** Every kind of entry that a pack may have, besides `pack.md` itself. */
  readonly entryKinds: ReturnType<typeof entryKindsWith>;
  /** The named blocks of Markdown. */
  readonly blocks: readonly NamedBlock[];
}

const entryKindsWith = (questionKinds: KindTable) =>
  [...CONTENT_KINDS, ...assessmentKinds(questionKinds)] as const;

/** Makes the tables of a program with these kinds of question, and with their fields and blocks. */
export function tablesWith(questionKinds: KindTable): Tables {
  return {
    questionKinds,
    entryKinds: entryKindsWith(questionKinds),
    blocks: blocksWith(questionKinds),
  };
}

/** All kinds of question and entry, and all blocks. */
export const TABLES = tablesWith(QUESTION_KINDS);
