import type { Item } from '../../../assessment/item-bank/item.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';

/** The texts that a question is about, each with its title and where it is from. @param losses grows */
export const readingFor = (item: Item, source: PackOut, losses: Loss[]): Passage[] =>
  item.stimuli.flatMap((id) => textNamed(id, source, losses));

function textNamed(id: string, { pack: { entries } }: PackOut, losses: Loss[]): Passage[] {
  const stimulus = entries.stimuli.find((one) => one.id === id);
  const entry = stimulus ?? entries.sources.find((one) => one.id === id);
  if (!entry) return [];
  const { fields, body, name } = entry;
  const at = { ...entry.at };
  if (fields['line-numbers']) {
    const what = 'the numbers of the lines of a text that questions are about';
    if (!losses.some((loss) => loss.what === what && loss.at.line === at.line && loss.at.file === at.file))
      losses.push({ what, text: '', at });
  }
  const from = stimulus ? [stimulus.fields.source] : originOf(entry);
  const written = from.filter((one) => one !== undefined).join(', ');
  return [
    { text: `**${name}**`, at },
    body,
    ...(written === '' ? [] : [{ text: `*${written}*`, at: entry.places['source'] ?? at }]),
  ];
}

/** Author, origin, date and purpose of a source, in the order in which papers print them. */
const originOf = (entry: { readonly fields: object }): (string | undefined)[] => {
  const { author, origin, date, purpose, reference } = entry.fields as Readonly<
    Record<string, string | undefined>
  >;
  return [author, origin, date, purpose, reference];
};
