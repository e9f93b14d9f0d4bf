import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';

/** Whether a finding is about a file in a pack's folder. */
export const isInPack = ({ where }: Diagnostic, { folder }: { readonly folder: string }): boolean =>
  where.file === folder || ['/', '\\'].some((separator) => where.file.startsWith(folder + separator));

/** A report for one pack, so that its errors stop it alone; it begins with what was found when its files were read. */
export function reportOfPack(pack: { readonly folder: string }, report: Report): Report {
  const own = report.fork();
  own.merge({ ...report, diagnostics: report.diagnostics.filter((finding) => isInPack(finding, pack)) });
  return own;
}
