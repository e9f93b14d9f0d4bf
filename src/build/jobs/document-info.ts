import type { Pack } from '../../content/entries/entry.ts';
import type { BuildOptions } from './build-options.ts';

/** What a PDF says of itself. */
export function documentInfo(
  pack: Pack,
  title: string,
  { date: wanted, press }: Pick<BuildOptions, 'date' | 'press'>,
) {
  const { author, lang, date } = pack.about.fields as { author?: string; lang: string; date: string };
  return {
    title,
    ...(author && { author }),
    lang,
    date: wanted ?? new Date(`${date}T00:00:00Z`),
    ...(press && { press }),
  };
}
