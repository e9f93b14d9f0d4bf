import type { Imported } from '../imported.ts';
import { fieldsAsYaml } from './fields-as-yaml.ts';

/** Gives the text of `pack.md` for a new pack. @param date the day of the import: year, month and day */
export function newPackFile(
  { title, author, lang, intro }: Imported['about'],
  fallback: { readonly title: string; readonly lang: string },
  date: string,
): string {
  const fields = {
    title: title ?? fallback.title,
    ...(author !== undefined && { author }),
    lang: lang ?? fallback.lang,
    date,
  };
  // A pack says a few words about itself.
  return `---\n${fieldsAsYaml(fields)}---\n\n${intro ?? `${fields.title}.`}\n`;
}
