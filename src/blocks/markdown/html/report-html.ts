import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { ReadingContext } from '../reading-context.ts';

/** Names an element that is not printed, the first time that the document has one. */
export function reportHtml(
  name: string,
  hidden: boolean,
  at: Place,
  { report, told }: Pick<ReadingContext, 'report' | 'told'>,
): void {
  if (told.has(`<${name}>`)) return;
  told.add(`<${name}>`);
  report.add(
    'raw-html',
    at,
    hidden
      ? `“<${name}>” is HTML that is not for paper, so it is left out with everything in it.`
      : `“<${name}>” is HTML that Studypack does not know, so its text is printed as plain text.`,
    hidden
      ? 'Delete it.'
      : 'Use Markdown, or one of the elements listed in docs/authoring/text.md. If you mean the characters < and >, put the text in backticks.',
    `<${name}`,
    { kind: hidden ? 'hidden' : 'unknown', subject: `“<${name}>”` },
  );
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
