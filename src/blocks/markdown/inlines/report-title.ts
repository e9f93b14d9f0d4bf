import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';

/** Names the title of a link, or of a picture in a line, which browsers show to a mouse alone: paper has no place for it. */
export function reportTitle(what: 'link' | 'picture', title: string, at: Place, report: Report): void {
  if (title.trim() === '') return;
  report.add(
    'title-dropped',
    at,
    `The title “${title}” of a ${what} is not printed.`,
    'If readers need it, write it in the text.',
    title,
    { kind: what, subject: `“${title}”` },
  );
}
