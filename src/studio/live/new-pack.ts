import { stringify } from 'yaml';
import { slug } from '../../content/entries/entry.ts';
import type { NewFile } from './studio-disk.ts';

/** A pack of somebody’s own, with a first topic to write about. */
export interface NewPack {
  readonly id: string;
  readonly files: readonly NewFile[];
  /** The job that prints its first topic, and the text that this is made from. */
  readonly job: string;
  readonly text: string;
}

/**
 * Makes the smallest pack that prints something: a handout on one topic.
 * @param today as year, month and day
 */
export function newPack(title: string, topic: string, lang: string, today: string): NewPack {
  const id = slug(title) || 'pack';
  const entry = slug(topic) || 'topic';
  const text = `themes/${entry}.md`;
  const about = `---\n${stringify({ title, lang })}date: ${today}\n---\n\nWhat is this pack about? Write a sentence or two here.\n`;
  const theme = `---\n${stringify({ name: topic, claim: 'Say in one sentence what pupils should remember.' })}---\n
Write here what your pupils need to know. Leave a line empty between paragraphs.

- A list begins
- each line with a hyphen.

## Questions to think about

1. What do you want to ask?
`;
  const file = (name: string, written: string) => ({ name, bytes: new TextEncoder().encode(written) });
  return { id, files: [file('pack.md', about), file(text, theme)], job: `${id}/handout/${entry}`, text };
}
