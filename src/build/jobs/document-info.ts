import type { Pack } from '../../content/entries/entry.ts';
import type { BuildOptions } from './build-options.ts';

/** Gives the metadata of a pack's PDF. */
export function documentInfo(
  pack: Pack,
  title: string,
  { date: givenDate, press }: Pick<BuildOptions, 'date' | 'press'>,
) {
  const { author, lang, date } = pack.about.fields;
  return {
    title,
    ...(author && { author }),
    lang,
    date: givenDate ?? new Date(`${date}T00:00:00Z`),
    ...(press && { press }),
  };
}
