import { createRequire } from 'node:module';
import type * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);

/** fontkit, which takes long to load and is seldom needed. `#fontkit` is a file of the bundle (`package.json`). */
export const loadFontkit = (): typeof fontkit => require('#fontkit') as typeof fontkit;
