/** What a knowledge organiser may show, in the order in which it does if the pack does not choose. */
export const ORGANISER_BOXES = [
  'context',
  'plot',
  'events',
  'poems',
  'characters',
  'people',
  'themes',
  'facts',
  'mistakes',
  'quotations',
  'symbols',
  'sources',
  'vocabulary',
] as const;
