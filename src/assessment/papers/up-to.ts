import type { ExamPack } from '../tasks/exam-pack.ts';

/** The items that are about no chapter after one: all of them if none is given. */
export function upTo<Item extends { readonly chapters: readonly string[] }>(
  reached: string | undefined,
  items: readonly Item[],
  { entries }: Pick<ExamPack, 'entries'>,
): readonly Item[] {
  const order = entries.chapters.map(({ id }) => id);
  const last = reached === undefined ? -1 : order.indexOf(reached);
  if (last === -1) return items;
  return items.filter(({ chapters }) => chapters.every((chapter) => order.indexOf(chapter) <= last));
}
