import { draftJob } from '../../build/jobs/draft-job.ts';
import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { ShapingFontBook } from '../../pages/fonts/font-book.ts';
import { isForTeachers, type Job } from '../../templates/plan-jobs.ts';

/**
 * Finds the file that shows a text best, so that somebody who writes it sees its pages: that of the entry at a line; or else,
 * among the first files of all products, the one that most of is this text.
 * @param path of the text
 * @returns the name of a job; undefined if no file shows the text
 */
export function fileShowing(
  open: OpenPack,
  path: string,
  line: number | undefined,
  fonts: ShapingFontBook,
): string | undefined {
  const own = open.jobs.filter(({ entry }) => entry?.at.file === path);
  const at = own.findLast(({ entry }) => entry!.at.line <= (line ?? 1))?.entry ?? own[0]?.entry;
  const [first, ...others] = own.filter(({ entry }) => entry === at);
  // A key or a mark scheme comes of what pupils get.
  if (first)
    return (isForTeachers(first) ? (others.find((job) => !isForTeachers(job)) ?? first) : first).name;
  const shares = firstOfEach(open.jobs).map((job) => ({ job, share: shareOf(open, job, path, fonts) }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share > 0 ? best.job.name : undefined;
}

/** The first file of each product, without the print list, which shows no text. */
function firstOfEach(jobs: readonly Job[]): Job[] {
  const seen = new Set<Job['product']>();
  return jobs.filter(({ product }) => {
    const isNew = !seen.has(product) && !product.settings['print-list'];
    seen.add(product);
    return isNew;
  });
}

/** How much of what a file says is in a text, from 0 to 1. */
function shareOf(open: OpenPack, job: Job, path: string, fonts: ShapingFontBook): number {
  const origins = draftJob(open, job, { fonts }, createReport())?.filled.origins ?? [];
  let count = 0;
  let total = 0;
  for (const { file } of origins) {
    total++;
    if (file === path) count++;
  }
  return total === 0 ? 0 : count / total;
}
