import { expect, it } from 'vitest';
import { layOutPack } from '../support.ts';

const headingsOf = (parts: string): string[] => {
  const { documents } = layOutPack({ 'parts.md': `${parts}\n` });
  const guide = documents.find(({ draft }) => draft.product === 'reading-guide');
  return (guide?.draft.blocks ?? []).flatMap((block) =>
    block.kind === 'heading' ? [block.text.map((run) => (run.kind === 'text' ? run.text : '')).join('')] : [],
  );
};

it.each([
  ['## The road north\nid: 1\n\nText.', 'Part 1: The road north'],
  ['## The road north\nid: two\n\nText.', 'Part two: The road north'],
  ['## The road north\n\nText.', 'The road north'],
  ['## The road north\nid: the-road-north-2\n\nText.', 'The road north'],
  ['## Stave One: Marley’s Ghost\nid: stave-one\n\nText.', 'Stave One: Marley’s Ghost'],
  ['## Act of kindness\nid: 2\n\nText.', 'Act of kindness'],
])('a part has its number in its heading, if it has one: %s', (parts, heading) => {
  expect(headingsOf(parts)).toContain(heading);
});
