import { describe, expect, it } from 'vitest';
import { lead } from '../../src/blocks/named/lead.ts';
import { nowhere } from '../support.ts';

const tools = {
  placeIn: () => nowhere,
  plain: (text: string) => [{ kind: 'text', text }],
} as unknown as Parameters<typeof lead.expand>[1];

const runs = (fields: { text: string; title?: string }) => {
  const [group] = lead.expand(fields, tools);
  const [first] = group?.kind === 'group' ? group.blocks : [];
  return first?.kind === 'paragraph' ? first.text : [];
};

describe('a title in a lead', () => {
  it('is set off, and has no spaces at which a line may end', () => {
    expect(runs({ text: 'Lines from Never Let Me Go, misquoted.', title: 'Never Let Me Go' })).toEqual([
      { kind: 'text', text: 'Lines from ' },
      { kind: 'text', text: 'Never\u00A0Let\u00A0Me\u00A0Go', italic: true },
      { kind: 'text', text: ', misquoted.' },
    ]);
  });

  it('may be broken if it is long', () => {
    const title = 'The Strange Case of Dr Jekyll and Mr Hyde';
    expect(runs({ text: `In ${title}`, title })).toContainEqual({ kind: 'text', text: title, italic: true });
  });

  it('leaves a sentence without it as it is', () => {
    expect(runs({ text: 'A claim.', title: 'Emma' })).toEqual([{ kind: 'text', text: 'A claim.' }]);
    expect(runs({ text: 'A claim.' })).toEqual([{ kind: 'text', text: 'A claim.' }]);
  });
});
