import type { TaskOnPaper } from '../../assessment/tasks/task-on-paper.ts';
import { append } from '../../diagnostics/collections/append.ts';
import { isNode, type ReadNode } from '../../pdf/reading/read-node.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { joinTexts, type MarkedTexts, markedTexts, nodeText, textsUnder } from '../../pdf/reading/text-of.ts';
import { firstValue, phrasePattern } from '../../words/phrase-pattern.ts';
import type { Words } from '../../words/words.ts';

/** A paper as it can be read in its PDF. */
export interface ReadPaper {
  readonly questions: readonly ReadQuestion[];
  /** Marks in brackets outside questions, in order: the totals of sections. */
  readonly totals: readonly number[];
  /** Rows of tables before the first question: the table on the cover. */
  readonly rows: readonly (readonly string[])[];
  /** Paragraphs before the first question. */
  readonly opening: readonly string[];
}

export interface ReadQuestion {
  /** As it is printed: `7`. */
  readonly number: string;
  /** A question without parts is one task without labels. */
  readonly tasks: readonly ReadTask[];
}

/** A question, part or subpart as it is printed. */
export interface ReadTask extends TaskOnPaper {
  /** `(b)(i)`, or empty. */
  readonly labels: string;
  /** The marks in brackets in it. */
  readonly marks: readonly number[];
}

/**
 * Reads the questions of a paper by its structure: parts whose headings are `Question 1`, `(a)`, `(i)`, and lists whose labels
 * are `A` for an option.
 */
export function readQuestions(pdf: ReadPdf, words: Words): ReadPaper {
  const walk: Walk = {
    marked: markedTexts(pdf),
    marksIn: marksFinder(words),
    questions: [],
    totals: [],
    rows: [],
    opening: [],
  };
  for (const root of pdf.structure?.roots ?? []) visit(root, 0, walk);
  const { questions, totals, rows, opening } = walk;
  return { questions: questions.map(({ number, tasks }) => ({ number, tasks })), totals, rows, opening };
}

/** What is known while a paper’s structure is walked through: every step adds to what the steps before it have opened. */
interface Walk {
  readonly marked: MarkedTexts;
  readonly marksIn: (text: string) => number[];
  readonly questions: Draft[];
  readonly totals: number[];
  readonly rows: string[][];
  readonly opening: string[];
}

/** @param depth the number of parts around the node */
function visit(node: ReadNode, depth: number, walk: Walk): void {
  const { marked, marksIn, questions, totals, rows, opening } = walk;
  const inner = node.children.filter(isNode);
  if (node.role === 'THead') return;
  if (node.role === 'Sect') {
    visitPart(node, depth + 1, walk);
    return;
  }
  if (node.role === 'LI') {
    visitItem(node, depth, walk);
    return;
  }
  if (node.role === 'TR') {
    const cells = inner.map((cell) => nodeText(cell, marked).trim());
    const task = taskAt(depth, walk);
    (task ? task.rows : questions.length === 0 ? rows : []).push(cells);
    return;
  }
  // Letters that the author typed in a text are neither parts nor options.
  const blocks = isLettered(node, marked) ? [] : inner.filter(({ role }) => BLOCKS.has(role));
  if (blocks.length > 0) {
    for (const block of blocks) visit(block, depth, walk);
    return;
  }
  const text = nodeText(node, marked).trim();
  const task = taskAt(depth, walk);
  if (task) {
    task.texts.push(text);
    append(task.marks, marksIn(text));
  } else {
    append(totals, marksIn(text));
    if (questions.length === 0) opening.push(text);
  }
}

/** Visits a part, whose heading says what it begins. */
function visitPart(part: ReadNode, depth: number, walk: Walk): void {
  const { marked, questions } = walk;
  const [first, ...rest] = part.children.filter(isNode);
  const hasHeading = first !== undefined && /^H\d$/.test(first.role);
  // As it is drawn, whatever is read out in its place.
  const heading = hasHeading ? joinTexts(textsUnder(first, marked)).trim() : '';
  const open = questions.at(-1);
  const number = /\d+/.exec(heading)?.[0];
  if (depth === 1 && number !== undefined) questions.push({ number, path: [], tasks: [newTask('')] });
  else if (depth > 1 && open && /^\([a-z]+\)$/.test(heading)) {
    open.path = [...open.path.slice(0, depth - 2), heading];
    open.tasks.push(newTask(open.path.join('')));
  }
  for (const node of [...(first && !hasHeading ? [first] : []), ...rest]) visit(node, depth, walk);
}

/** Visits an item of a list: an option of a task, unless its label is another. */
function visitItem(item: ReadNode, depth: number, walk: Walk): void {
  const { marked } = walk;
  const inner = item.children.filter(isNode);
  const label = inner.find(({ role }) => role === 'Lbl');
  const body = inner.filter(({ role }) => role !== 'Lbl');
  // The label of an option has a box to tick.
  const [labelText = '', box = ''] = (label ? nodeText(label, marked).trim() : '').split(/\s*(?=[☐☑☒])/u);
  const task = taskAt(depth, walk);
  if (task && /^(?:[A-Z]|\d+)$/.test(labelText))
    task.entries.push({
      label: labelText,
      text: [box, ...body.map((node) => nodeText(node, marked))].join(' ').trim(),
    });
  else for (const node of body) visit(node, depth, walk);
}

/** The task that a node at this depth of parts belongs to. */
const taskAt = (depth: number, { questions }: Walk) =>
  depth > 0 ? questions.at(-1)?.tasks.at(-1) : undefined;

/** Whether a list has letters that an author typed: those of options are capitals alone, perhaps with a box to tick. */
function isLettered({ role, attributes, children }: ReadNode, marked: MarkedTexts): boolean {
  if (role !== 'L' || !/Alpha|Roman/.test(String(attributes['ListNumbering']))) return false;
  const labels = children.filter(isNode).flatMap((item) => item.children.filter(isNode));
  return !labels.some(
    (node) => node.role === 'Lbl' && /^[A-Z]\s*[☐☑☒]?$/u.test(nodeText(node, marked).trim()),
  );
}

interface Draft {
  readonly number: string;
  path: readonly string[];
  readonly tasks: DraftTask[];
}

interface DraftTask extends ReadTask {
  readonly texts: string[];
  readonly marks: number[];
  readonly entries: { label: string; text: string }[];
  readonly rows: string[][];
}

const newTask = (labels: string): DraftTask => ({ labels, texts: [], marks: [], entries: [], rows: [] });

const BLOCKS = new Set(
  'P H1 H2 H3 H4 H5 H6 L LI LBody Table TBody THead TR TD TH BlockQuote Div Sect Part Figure Note Caption'.split(
    ' ',
  ),
);

/** Gives a function that finds marks in brackets: `[3 marks]`. */
function marksFinder(words: Words): (text: string) => number[] {
  const pattern = new RegExp(phrasePattern(words, 'marks-beside'), 'g');
  return (text) => [...text.matchAll(pattern)].map((found) => Number(firstValue(found)));
}
