import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { pictureName } from '../../../pages/picture-name.ts';

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
