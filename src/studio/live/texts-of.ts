import type { PackSource } from '../../build/jobs/build-options.ts';
import type { OpenPack } from '../../build/jobs/opening/open-pack.ts';
import { groupBy } from '../../diagnostics/collections/group-by.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Origins } from '../../diagnostics/origin.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';

/** A text of a pack, which can be edited. */
export interface PackText {
  /** Its path in the pack. */
  readonly name: string;
  readonly title: string;
}

/** Lists the texts of a pack by their titles: that of the only entry in a file, or else the name of the file. */
export function textsOf(source: Pick<PackSource, 'content'>, open: OpenPack | undefined): PackText[] {
  const entries = groupBy(Object.values(open?.pack.entries ?? {}).flat(), (entry) => entry.at.file);
  return source.content
    .map(({ name, path }): PackText => {
      const [first, ...others] = entries.get(path) ?? [];
      if (name === 'pack.md') return { name, title: STUDIO_WORDS.aboutPack };
      return { name, title: first && others.length === 0 ? first.name : titleOfFile(name) };
    })
    .sort((a, b) => Number(b.name === 'pack.md') - Number(a.name === 'pack.md'));
}

/** The names of the texts that a file shows, most of it first. */
export function textsIn(
  source: Pick<PackSource, 'content'>,
  origins: Origins,
  first: string | undefined,
): string[] {
  const names = new Map(source.content.map(({ path, name }) => [path, name]));
  const counts = new Map<string, number>();
  for (const { file } of origins) {
    const name = names.get(file);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const own = first === undefined ? undefined : names.get(first);
  return [...counts]
    .sort(([a, x], [b, y]) => Number(b === own) - Number(a === own) || y - x)
    .map(([name]) => name);
}

/** `items/part-one.md` is “Items: part one”. */
export function titleOfFile(name: string): string {
  if (name === 'pack.md') return STUDIO_WORDS.aboutPack;
  const words = name
    .replace(/\.md$/, '')
    .split('/')
    .map(
      (part, index) => (index === 0 && ownValue(STUDIO_WORDS.textTitles, part)) || part.replaceAll('-', ' '),
    );
  const text = words.join(': ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
