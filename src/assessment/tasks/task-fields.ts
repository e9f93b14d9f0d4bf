import * as z from 'zod';
import { TASK_FIELDS } from './assessment-kinds.ts';

/** What stands right below the heading of a part. */
export const partSchema = z.strictObject(TASK_FIELDS);

export type TaskFields = z.output<typeof partSchema>;
