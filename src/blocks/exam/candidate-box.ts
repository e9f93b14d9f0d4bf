import * as z from 'zod';
import { say } from '../../words/say.ts';
import type { Block, Inline } from '../block.ts';
import type { ExpandTools } from '../named/named-block.ts';

/** The candidate that a copy belongs to. Empty names and classes are filled in by hand. */
export const candidate = z.strictObject({
  name: z.string().default(''),
  class: z.string().default(''),
  id: z.string().default(''),
  seat: z.string().default(''),
  code: z.string().min(1),
  /** The path of the QR code, among the pictures of the copy. */
  picture: z.string().min(1),
  alt: z.string().min(1),
});

/** A frame with the candidate’s details on the left and the code of the copy on the right. */
export function candidateBox(copy: z.output<typeof candidate>, { at, plain, words }: ExpandTools): Block {
  const bold = (text: string): Inline[] => plain(text).map((run) => ({ ...run, bold: true }));
  const labelled = (label: string, value: string): Inline[] => [...plain(`${label}\u00A0`), ...bold(value)];
  const lineToFillIn = (label: string): Block => ({
    kind: 'paragraph',
    at,
    look: 'body',
    open: true,
    text: [...plain(`${label}\u00A0\u00A0`), { kind: 'blank', width: 'rest' }],
  });
  const facts = [
    ...(copy.class ? [labelled(say(words, 'class'), copy.class)] : []),
    ...(copy.seat ? [labelled(say(words, 'seat'), copy.seat)] : []),
    ...(copy.id ? [labelled(say(words, 'number'), copy.id)] : []),
  ].flatMap((fact, index) => (index === 0 ? fact : [...plain('\u2003'), ...fact]));
  const details: Block[] = [
    copy.name
      ? { kind: 'paragraph', at, look: 'heading', text: plain(copy.name) }
      : lineToFillIn(say(words, 'name')),
    ...(facts.length > 0 ? [{ kind: 'paragraph', at, look: 'body', text: facts } as const] : []),
    ...(copy.class ? [] : [lineToFillIn(say(words, 'class'))]),
    lineToFillIn(say(words, 'date')),
  ];
  const code: Block[] = [
    { kind: 'figure', at, picture: copy.picture, alt: copy.alt },
    { kind: 'paragraph', at, look: 'small', centred: true, text: plain(copy.code) },
  ];
  const columns: Block = {
    kind: 'columns',
    at,
    columns: [
      { share: 7, blocks: details },
      { share: 3, blocks: code },
    ],
  };
  return { kind: 'box', at, tone: 'frame', blocks: [columns] };
}
