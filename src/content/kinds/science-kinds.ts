import * as z from 'zod';
import { type EntryKind, referenceList, text } from './entry-kind.ts';

/** Kinds for packs on a science, besides the general ones. */
export const SCIENCE_KINDS = [
  {
    name: 'practicals',
    singular: 'practical',
    holds: 'many',
    body: 'needed',
    sections: [
      'You need',
      'Safety',
      'Method',
      'Results',
      'What the results show',
      'For the teacher',
      'Expected results',
    ],
    neededSections: ['Safety', 'Method'],
    fields: z.strictObject({
      name: text('Which cloth dries first?'),
      time: text('50 minutes'),
      themes: referenceList('themes').default([]),
      vocabulary: referenceList('vocabulary').default([]),
    }),
  },
] as const satisfies readonly EntryKind[];
