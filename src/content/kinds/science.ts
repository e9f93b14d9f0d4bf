import * as z from 'zod';
import { type Kind, referenceList, text } from './kind.ts';

/** The kinds of a pack on a science, besides the general ones. */
export const SCIENCE_KINDS: readonly Kind[] = [
  {
    name: 'practicals',
    one: 'practical',
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
];
