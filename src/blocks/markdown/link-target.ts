import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { pictureName } from '../../pages/picture-name.ts';

/** The target of a link: an address, a place in the document, or '' for one that leads nowhere on paper. */
export function linkTarget(target: string, at: Place, report: Report): string {
  if (/^(https?:|mailto:|#.)/i.test(target)) return target;
  report.add(
    'link-dropped',
    at,
    `The link to “${pictureName(target)}” does not work on paper.`,
    'You can link to web addresses (https://…), email addresses and headings in this document (#heading). Other links are printed as text.',
    undefined,
    { kind: 'link', subject: `“${pictureName(target)}”` },
  );
  return '';
}

/** Names the title of a link, which browsers show to a mouse alone: paper has no place for it. */
export function reportLinkTitle(title: string, at: Place, report: Report): void {
  if (title.trim() === '') return;
  report.add(
    'link-title-dropped',
    at,
    `The title “${title}” of a link is not printed.`,
    'If readers need it, write it in the text.',
    title,
    { kind: 'title', subject: `“${title}”` },
  );
}
