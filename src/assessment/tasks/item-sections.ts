/** Headings (`###`) inside an item, for the task and for how its answer is marked. */
export const ITEM_SECTIONS = [
  'Task',
  'Answer',
  'Accept',
  'Reject',
  'Guidance',
  'Rationale',
  'Indicative content',
  'Extension',
] as const;
