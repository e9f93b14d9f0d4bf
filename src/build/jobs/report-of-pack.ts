import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';

/** Whether a finding is about a file in a pack's folder. */
export const isInPack = ({ where }: Diagnostic, { folder }: { readonly folder: string }): boolean =>
  where.file === folder || ['/', '\\'].some((separator) => where.file.startsWith(folder + separator));

/** Gives a report for one pack, so that its errors stop no other pack. It starts with the findings from reading its files. */
export function reportOfPack(pack: { readonly folder: string }, report: Report): Report {
  const packReport = report.fork();
  packReport.merge({
    ...report,
    diagnostics: report.diagnostics.filter((finding) => isInPack(finding, pack)),
  });
  return packReport;
}
