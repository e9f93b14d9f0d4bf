import { worksheetOf } from '../src/assessment/assessment.ts';
import { countLetters } from '../src/assessment/item-bank/count-letters.ts';
import { tasksOf } from '../src/assessment/item-bank/tasks-of.ts';
import { questionsAt } from '../src/assessment/papers/questions-at.ts';
import type { LaidDraft } from '../src/build/jobs/lay-out-pack.ts';
import type { Laid, StructureNode } from '../src/pages/laid.ts';
import type { Mark } from '../src/pages/page.ts';

/** A question of a worksheet with room for its answer: how many lines it has, and how many its key fills in handwriting. */
interface AnswerRoomMeasured {
  readonly number: string;
  readonly lines: number;
  readonly needed: number;
}

/** What a worksheet is like. */
interface SheetLook {
  readonly answers: readonly AnswerRoomMeasured[];
  /** The kinds of question on it. */
  readonly kinds: readonly string[];
}

/** Letters on a line of 160 mm where lines are 8 mm apart, in points of width and gap. */
const LETTERS = (45 * 8) / 160;
const MM = 72 / 25.4;

/** Measures a finished worksheet; undefined for any other file. It counts the rules that are drawn, whoever asked for them. */
export function lookAtSheet({ draft, pages }: LaidDraft): SheetLook | undefined {
  const { assessment, job, style } = draft;
  const worksheet = worksheetOf(assessment, job.entry);
  if (!worksheet || !job.sheet) return undefined;
  const { level } = job.sheet;
  const rules = rulesByQuestion(pages);
  const tasks = questionsAt(worksheet, job.sheet).map(({ number, item }) => ({
    number: String(number),
    tasks: tasksOf(worksheet.items.find(({ id }) => id === item)!.task).map(({ task }) => task),
  }));
  const answers = tasks.flatMap(({ number, tasks: own }): AnswerRoomMeasured[] => {
    const drawn = rules.get(number) ?? [];
    const keys = own.flatMap(({ notes, extend }) => [
      notes['answer']?.text ?? '',
      level === 'stretch' && extend ? (notes['extension']?.text ?? '') : '',
    ]);
    // Rules that are not for an answer in sentences, such as those for labels, are as many as there are labels.
    const isByKey = own.every(
      ({ notes, sheetSpace, isRoomStated }) => sheetSpace && notes['answer'] && !isRoomStated,
    );
    if (drawn.length === 0 || !isByKey) return [];
    const perLine = (LETTERS * Math.min(...drawn)) / MM / style['answer-line-gap'];
    const needed = keys.reduce((sum, key) => sum + Math.ceil(countLetters(key) / perLine), 0);
    return [{ number, lines: drawn.length, needed }];
  });
  return { answers, kinds: [...new Set(tasks.flatMap((one) => one.tasks.map(({ body }) => body.kind)))] };
}

/** The widths of the rules to write on below each question, by its number. */
function rulesByQuestion(laid: Laid): Map<string, number[]> {
  const slots = headingSlots(laid.structure);
  const found = new Map<string, number[]>();
  let current: string | undefined;
  for (const { marks } of laid.pages) {
    const placed = [...placedMarks(marks, 0)].sort((a, b) => a.y - b.y);
    const widest = Math.max(...placed.map(({ width }) => width), 0);
    for (const { text, slot, width } of placed) {
      if (slot !== undefined && slots.has(slot) && text !== undefined && /^\d+$/.test(text.trim()))
        current = text.trim();
      // Blanks within a line are shorter.
      else if (current !== undefined && width > 0 && width >= widest * 0.85)
        found.set(current, [...(found.get(current) ?? []), width]);
    }
  }
  return found;
}

interface PlacedMark {
  readonly y: number;
  /** Of a rule; 0 for text. */
  readonly width: number;
  readonly text?: string;
  readonly slot?: number;
}

function* placedMarks(marks: readonly Mark[], top: number): Generator<PlacedMark> {
  for (const mark of marks) {
    if (mark.kind === 'group' && mark.turn === 0 && mark.role !== 'figure')
      yield* placedMarks(mark.marks, top + mark.y);
    if (mark.kind === 'text' && 'slot' in mark.structureRef)
      yield { y: top + mark.y - 4, width: 0, text: mark.text, slot: mark.structureRef.slot };
    if (mark.kind !== 'shape' || !('path' in mark.outline) || !mark.stroke) continue;
    const [from, to, ...rest] = mark.outline.path;
    if (rest.length === 0 && from?.[0] === 'M' && to?.[0] === 'L' && from[2] === to[2])
      yield { y: top + from[2], width: to[1] - from[1] };
  }
}

/** The slots of the headings of questions, which are their numbers: those of items within a question are labels. */
function headingSlots({ role, children }: StructureNode): Set<number> {
  const nodes = children.flatMap((child) => ('slot' in child ? [] : [child]));
  const own = role === 'Sect' ? nodes.filter((node) => HEADING.test(node.role)) : [];
  return new Set([...own.flatMap(slotsIn), ...nodes.flatMap((node) => [...headingSlots(node)])]);
}

const HEADING = /^H\d$/;

const slotsIn = ({ children }: StructureNode): number[] =>
  children.flatMap((child) => ('slot' in child ? [child.slot] : slotsIn(child)));
