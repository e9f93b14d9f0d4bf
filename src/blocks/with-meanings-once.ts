import type { Aside, Block, Paragraph } from './block.ts';
import { plainText } from './plain-text.ts';

/**
 * Without a margin column, asides take room from the text. So the meaning of a word is printed in the first of them that has it;
 * later ones only name the word.
 */
export function withMeaningsOnce(blocks: readonly Block[]): readonly Block[] {
  const explained = new Set<string>();
  return blocks.map((block) => (block.kind === 'aside' ? withoutKnown(block, explained) : block));
}

function withoutKnown(aside: Aside, explained: Set<string>): Aside {
  const known: Paragraph[] = [];
  const others = aside.blocks.filter((block) => {
    if (block.kind !== 'paragraph' || !block.term) return true;
    const term = plainText(block.term);
    if (explained.has(term)) {
      known.push(block);
      return false;
    }
    explained.add(term);
    return true;
  });
  const [first] = known;
  if (!first) return aside;
  const comma = { kind: 'text', text: ', ' } as const;
  const text = known.flatMap(({ term = [] }, index) => [...(index > 0 ? [comma] : []), ...term]);
  const { term: _, ...named } = first;
  return { ...aside, blocks: [...others, { ...named, text }] };
}
