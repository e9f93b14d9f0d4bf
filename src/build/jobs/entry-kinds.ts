import { ASSESSMENT_KINDS } from '../../assessment/tasks/assessment-kinds.ts';
import { CONTENT_KINDS } from '../../content/kinds/content-kinds.ts';

/** Every kind of entry that a pack may have, besides `pack.md` itself. */
export const ENTRY_KINDS = [...CONTENT_KINDS, ...ASSESSMENT_KINDS] as const;
