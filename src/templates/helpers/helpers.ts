import { CHOOSING_HELPERS } from './choosing-helpers.ts';
import type { Helper } from './helper.ts';
import { LISTING_HELPERS } from './listing-helpers.ts';
import { PRINTING_HELPERS } from './printing-helpers.ts';
import { TEXT_HELPERS } from './text-helpers.ts';

/** All helpers of templates, besides Handlebars' own `if`, `unless`, `each` and `with`. */
export const HELPERS: readonly Helper[] = [
  ...PRINTING_HELPERS,
  ...TEXT_HELPERS,
  ...CHOOSING_HELPERS,
  ...LISTING_HELPERS,
];
