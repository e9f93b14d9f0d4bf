import type { Item } from '../item-bank/item.ts';
import { tasksOf } from '../item-bank/tasks-of.ts';
import { type KindTable, kindOf } from '../kinds/question-kinds.ts';
import { LEVELS } from '../tasks/levels.ts';
import type { Sheet, SheetLevel } from './worksheet.ts';

/**
 * Plans the sheets of a worksheet. There are several levels only if something says how they differ: the level of an
 * item, help or a prompt to go further, or the author, who asks for some. A level without items, or like one before it,
 * has no sheet.
 * @param asked the levels that the author asks for; empty for all that differ
 * @param forms letters
 */
export function sheetsByLevel(
  items: readonly Item[],
  asked: readonly SheetLevel[],
  forms: readonly string[],
  kinds: KindTable,
): Sheet[] {
  const levels =
    asked.length > 0 || items.some(differs) ? differing(items, asked, kinds) : (['core'] as const);
  const [first] = levels;
  const saysLevel = levels.length > 1 || first !== 'core' || items.some(({ level }) => level === 'core');
  const saysForm = forms.length > 1;
  return levels.flatMap((level) =>
    forms.map((form) => {
      const name = [...(saysLevel ? [level] : []), ...(saysForm ? [form.toLowerCase()] : [])].join('-');
      return { level, form, name: name === '' ? undefined : name, saysLevel, saysForm };
    }),
  );
}

/** Whether an item says that levels differ. */
const differs = ({ level, task }: Item) =>
  level !== undefined ||
  tasksOf(task).some(({ task: { words, starters, extend } }) => words ?? starters ?? extend);

/** The levels that have items and differ from one another, easiest first. */
function differing(items: readonly Item[], asked: readonly SheetLevel[], kinds: KindTable): SheetLevel[] {
  const known = new Set<string>();
  // Of two that are alike, core is printed: it is the plain one.
  const kept = (['core', 'support', 'stretch'] as const).filter((level) => {
    if (asked.length > 0 && !asked.includes(level)) return false;
    const own = items.filter((item) => item.level === undefined || item.level === level);
    const printed = JSON.stringify(own.map((item) => [item.id, ...addedAt(level, item, kinds)]));
    if (own.length === 0 || known.has(printed)) return false;
    known.add(printed);
    return true;
  });
  return LEVELS.filter((level) => kept.includes(level));
}

/** What a level adds to an item. */
function addedAt(level: SheetLevel, { task }: Item, kinds: KindTable): string[] {
  return tasksOf(task).flatMap(({ labels, task: { body, words, starters, extend } }) => {
    const { shown } = kindOf(body, kinds);
    const hasBank = JSON.stringify(shown(body, true)) !== JSON.stringify(shown(body, false));
    const has = {
      support: (words ?? starters) !== undefined || hasBank,
      core: false,
      stretch: extend !== undefined,
    };
    // With the level, because help and a further prompt on the same question are two different sheets.
    return has[level] ? [[level, ...labels].join(' ')] : [];
  });
}
