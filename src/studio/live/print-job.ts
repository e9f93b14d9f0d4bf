import type { BuildOptions } from '../../build/jobs/build-options.ts';
import type { PackDraft } from '../../build/jobs/draft.ts';
import { draftJob } from '../../build/jobs/draft-job.ts';
import { layOutOnce } from '../../build/jobs/lay-out-once.ts';
import { type LaidDraft, layOutPack } from '../../build/jobs/lay-out-pack.ts';
import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { pagePainter } from '../../build/jobs/page-painter.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PrintChoices } from './print-choices.ts';

/** What came of printing one file of a pack into memory. */
export interface PrintedJob {
  readonly findings: readonly Diagnostic[];
  /** Undefined if something is wrong, so that it cannot be printed. */
  readonly printed: PrintedPages | undefined;
}

interface PrintedPages {
  readonly job: Job;
  readonly draft: PackDraft;
  readonly pages: Laid;
  readonly bytes: Uint8Array;
}

/** Prints one file of a pack into memory, as it is typed now, with everything made again that has changed. */
export async function printJob(
  workspace: Workspace,
  pack: LivePack,
  name: string,
  choices: PrintChoices,
): Promise<PrintedJob> {
  const { open, findings } = pack.open();
  const report = createReport((path) => pack.read()?.source.content.find((file) => file.path === path)?.text);
  report.merge({ ...report, diagnostics: findings });
  const job = open && jobNamed(open, name);
  if (!job) return { findings: report.diagnostics, printed: undefined };
  const { templates, fonts } = workspace.disk;
  const { product } = job;
  const options: BuildOptions = {
    ...choices,
    products: [product.name],
    memory: workspace.memory,
    fonts,
    keep: false,
  };
  const laid = product.settings['print-list']
    ? layOutPack(open.source, templates, options, report).find(({ draft }) => draft.job.name === name)
    : layOutJob(open, job, options, report);
  if (!laid || report.failed()) return { findings: report.diagnostics, printed: undefined };
  const { pages, bytes } = await pagePainter(options, report)(laid);
  const printed = { job, draft: laid.draft, pages, bytes };
  return { findings: report.diagnostics, printed: report.failed() ? undefined : printed };
}

/** Finds a file of a pack by the name of its job. */
export const jobNamed = ({ jobs, onRequest }: OpenPack, name: string): Job | undefined =>
  [...jobs, ...onRequest].find((job) => job.name === name);

function layOutJob(open: OpenPack, job: Job, options: BuildOptions, report: Report): LaidDraft | undefined {
  const draft = draftJob(open, job, options, report);
  if (!draft || report.failed()) return undefined;
  const { imposed: _, ...laid } = layOutOnce(draft, options, report);
  return { ...laid, draft };
}
