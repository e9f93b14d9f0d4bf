import type { Report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import type { Style } from '../../../layout/style/style.ts';
import { placeInSchool, type School } from '../../../templates/school.ts';

/** Reports a style that a school names and that does not exist. */
export function checkSchoolStyle(
  school: School | undefined,
  styles: ReadonlyMap<string, Style>,
  report: Report,
): void {
  const style = school?.value.style;
  if (school === undefined || style === undefined || styles.has(style)) return;
  const message = `There is no style “${style}”.`;
  report.add('style-unknown', placeInSchool(school, 'style'), message, suggest(style, [...styles.keys()]));
}
