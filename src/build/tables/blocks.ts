import { type KindTable, QUESTION_KINDS } from '../../assessment/kinds/question-kinds.ts';
import { NAMED_BLOCKS } from '../../blocks/markdown/named-blocks.ts';
import type { NamedBlock } from '../../blocks/named/named-block.ts';

/** The named blocks of Markdown, with those of these kinds of question. Kinds may share a block. */
export const blocksWith = (questionKinds: KindTable): readonly NamedBlock[] => [
  ...new Set([...NAMED_BLOCKS, ...questionKinds.map(({ block }) => block)]),
];

/** All named blocks. They are apart from the other tables, since a document needs no kinds of entry. */
export const BLOCKS = blocksWith(QUESTION_KINDS);
