import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder.ts';

/** The folder of what `init` copies: `common` for every subject, and a folder for each in `subjects`. */
export const starterFolder = (): string => join(packageFolder(), 'templates/starter');

/** Lists the subjects that there is a starter pack for. */
export const starterSubjects = (): string[] => readdirSync(join(starterFolder(), 'subjects')).sort();
