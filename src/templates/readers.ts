import type { Job } from './plan-jobs.ts';

/** Whether pupils get a file, of a product that has others for their teachers. */
export function isForPupils({ product, output }: Job): boolean {
  const { teacher, 'each-form': eachForm } = product.settings;
  if (teacher.includes('all') || (output !== undefined && teacher.includes(output))) return false;
  return eachForm || teacher.length > 0;
}

/** Whether a finished file is read back and compared with what it was made from, and with others. */
export const isReadBack = (job: Job): boolean =>
  job.product.settings['read-back'] !== undefined || isForPupils(job);
