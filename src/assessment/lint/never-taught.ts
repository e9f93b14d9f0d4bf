import { allPassages } from '../../content/all-passages.ts';
import { fitsPattern } from '../../diagnostics/collections/fits-pattern.ts';
import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import type { LintRule } from './linted-pack.ts';

/**
 * A paper gives marks for an objective that pupils never practise: no item on a worksheet or
 * for other products counts towards it, and no text
 * outside papers names it.
 */
export const neverTaught: LintRule = ({ pack, assessment }, report) => {
  const papers = assessment.papers.map(({ paper }) => paper);
  const asked = new Set(
    papers.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ id }) => id))),
  );
  const onSheets = [...assessment.worksheets, ...assessment.themeWorksheets].flatMap(({ items }) => items);
  const others = [...onSheets, ...assessment.items.filter(({ id }) => !asked.has(id))];
  const practised = new Set(others.flatMap(objectivesOf));
  // Where only papers name objectives, nothing can be said of the rest.
  if (practised.size === 0) return;
  const { objectives, papers: _, items, ...rest } = pack.entries;
  const taught = { ...pack, entries: { ...rest, items: items.filter(({ id }) => !asked.has(id)) } };
  const texts = allPassages(taught).map(({ text }) => text);
  for (const paper of papers) {
    const awarded = new Set(paper.sections.flatMap((section) => section.items.flatMap(objectivesOf)));
    for (const { id, name } of objectives) {
      if (!awarded.has(id) || practised.has(id) || texts.some((text) => names(text, name))) continue;
      report.add(
        'lint-never-taught',
        paper.at,
        `This paper gives marks for ${name}, which nothing else in the pack practises.`,
        `Write an item for a worksheet that counts towards it (objectives: ${id}), or explain ${name} in a text.`,
      );
    }
  }
};

const objectivesOf = (item: Item): string[] =>
  tasksOf(item.task).flatMap(({ task }) => task.objectives.map(({ id }) => id));

/** Whether a text has a name in it as words of its own. */
const names = (text: string, name: string): boolean =>
  fitsPattern(name) &&
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(
    text,
  );
