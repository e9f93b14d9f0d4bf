import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ReadingContext } from '../reading-context.ts';

/** Elements that show another page, a film or the like in their place. */
const SHOWN_ELSEWHERE = new Set('iframe video audio object embed canvas frame svg'.split(' '));

/** What is said of elements of each sort, and what to do. */
const SAID = {
  hidden: ['is HTML that is not for paper, so it is left out with everything in it.', 'Delete it.'],
  elsewhere: [
    'shows something that cannot be printed. Only the text in it is.',
    'Put a picture here, or the address of what it shows.',
  ],
  unknown: [
    'is HTML that Studypack does not know, so its text is printed as plain text.',
    'Use Markdown, or one of the elements listed in docs/authoring/text.md. If you mean the characters < and >, put the text in backticks.',
  ],
} as const;

/** Names an element that is not printed, the first time that the document has one. */
export function reportHtml(
  name: string,
  hidden: boolean,
  at: Place,
  { report, told }: Pick<ReadingContext, 'report' | 'told'>,
): void {
  if (told.has(`<${name}>`)) return;
  told.add(`<${name}>`);
  const sort = hidden ? 'hidden' : SHOWN_ELSEWHERE.has(name) ? 'elsewhere' : 'unknown';
  const [message, hint] = SAID[sort];
  report.add('raw-html', at, `“<${name}>” ${message}`, hint, `<${name}`, {
    kind: sort,
    subject: `“<${name}>”`,
  });
}

/** Names what is for programs and not for readers, such as `<?php …?>`. Comments are passed over in silence. */
export function reportInstruction(
  text: string,
  at: Place,
  { report, told }: Pick<ReadingContext, 'report' | 'told'>,
): void {
  const [start] = /^<(?:\?|!?\[CDATA\[)/.exec(text) ?? [];
  if (start === undefined || told.has('<?')) return;
  told.add('<?');
  report.add(
    'raw-html',
    at,
    `“${start}” begins an instruction for a program, so it is left out up to its end.`,
    'Delete it. If it is an example, put it in backticks.',
    start,
  );
}
