import type { Job } from './plan-jobs.ts';

/** Whether a file is for pupils and its product also makes files for teachers, so that it could give answers away. */
export function isForPupils({ product, output }: Job): boolean {
  const { teacher, 'each-form': eachForm } = product.settings;
  if (teacher.includes('all') || (output !== undefined && teacher.includes(output))) return false;
  return eachForm || teacher.length > 0;
}

/** Whether a finished file is read back and compared with its sources and with other files. */
export const isReadBack = (job: Job): boolean =>
  job.product.settings['read-back'] !== undefined || isForPupils(job);
