import type { Block } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';

/** Words to choose from, in a box; nothing if there are no words. */
export function wordBox(words: readonly string[], { at, plain, inline, placeIn }: ExpandTools): Block[] {
  if (words.length === 0) return [];
  const text = words.flatMap((word, index) => [
    ...(index > 0 ? plain(' · ') : []),
    ...inline(word.replaceAll(' ', '\u00A0')),
  ]);
  return [
    {
      kind: 'box',
      at,
      tone: 'frame',
      blocks: [
        { kind: 'paragraph', at: placeIn(words[0]!), look: 'body', align: 'centre', ragged: true, text },
      ],
    },
  ];
}
