import { isNode, type ReadNode } from '../../pdf/reading/read-node.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import { allNodes, markedTexts, nodeText } from '../../pdf/reading/text-of.ts';
import { firstValue, phrasePattern } from '../../words/phrase-pattern.ts';
import type { PhraseKey } from '../../words/phrases.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/** A mark scheme as it can be read in its PDF. */
export interface ReadScheme {
  /** The lines of the short key; `form` is undefined where the table names none. */
  readonly key: readonly {
    readonly form: string | undefined;
    readonly number: string;
    readonly answer: string;
  }[];
  /** The rows of the scheme itself; `number` as printed: `A3 B5(a)`. */
  readonly rows: readonly { readonly number: string; readonly marks: number | undefined }[];
}

/**
 * Reads a mark scheme. The short key is lists with numbers as labels outside tables, below the name of a form if there are
 * several, or a table with the heads *Form A, Answer* or *No., Answer*. Tables with *No.* and *Marks* among their heads are
 * the scheme itself, one row per task or, in large print, one table per task.
 */
export function readScheme(pdf: ReadPdf, words: Words): ReadScheme {
  const [no, answer, worth] = (['number-short', 'answer', 'marks-heading'] as const).map((name) =>
    say(words, name).replace(/\s+/g, ' '),
  );
  const numberHead = wholePhrase(words, 'question-number');
  const marksHead = wholePhrase(words, 'marks-of-question');
  const formHead = wholePhrase(words, 'form');
  const key = listedKey(pdf, formHead);
  const rows: ReadScheme['rows'][number][] = [];
  for (const { head, body } of tablesOf(pdf)) {
    const numbers = head.indexOf(no!);
    const marks = head.indexOf(worth!);
    const numbered = head.flatMap((title) => firstValue(numberHead.exec(title)) ?? []);
    if (numbered.length > 0) {
      const marksInHead = head.flatMap(
        (title) => /^\d+/.exec(firstValue(marksHead.exec(title)) ?? '')?.[0] ?? [],
      );
      rows.push({
        number: numbered[0]!,
        marks: marksInHead.length === 1 ? Number(marksInHead[0]) : undefined,
      });
    } else if (numbers >= 0 && marks >= 0) {
      for (const cells of body) {
        const given = /^\d+/.exec(cells[marks] ?? '')?.[0];
        rows.push({ number: cells[numbers] ?? '', marks: given === undefined ? undefined : Number(given) });
      }
    } else if (head.every((title, column) => column % 2 === 0 || title === answer)) {
      for (let column = 0; column + 1 < head.length; column += 2) {
        const form = firstValue(formHead.exec(head[column]!));
        if (form === undefined && head[column] !== no) continue;
        for (const cells of body)
          if (cells[column]) key.push({ form, number: cells[column]!, answer: cells[column + 1] ?? '' });
      }
    }
  }
  return { key, rows };
}

const NUMBER = /^\d+(?:\([a-z]+\))*$/;

/** The lines of a short key that is set as lists. */
function listedKey(pdf: ReadPdf, formHead: RegExp): ReadScheme['key'][number][] {
  const marked = markedTexts(pdf);
  const textOf = (node: ReadNode) => nodeText(node, marked).replace(/\s+/g, ' ').trim();
  const key: ReadScheme['key'][number][] = [];
  let form: string | undefined;
  const visit = (node: ReadNode): void => {
    if (node.role === 'Table') return;
    const inner = node.children.filter(isNode);
    if (node.role === 'P') form = firstValue(formHead.exec(textOf(node))) ?? form;
    const label = node.role === 'LI' ? inner.find(({ role }) => role === 'Lbl') : undefined;
    const number = label ? textOf(label) : '';
    if (NUMBER.test(number)) {
      const answer = inner
        .filter(({ role }) => role !== 'Lbl')
        .map(textOf)
        .join(' ');
      key.push({ form, number, answer });
    } else for (const one of inner) visit(one);
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return key;
}

/** A phrase alone in its cell. */
const wholePhrase = (words: Words, key: PhraseKey) => new RegExp(`^${phrasePattern(words, key)}$`);

/** The texts of all tables, a line end in them as a space. */
function tablesOf(pdf: ReadPdf): { head: string[]; body: string[][] }[] {
  const marked = markedTexts(pdf);
  const cellsOf = (row: ReadNode) =>
    row.children.filter(isNode).map((cell) => nodeText(cell, marked).replace(/\s+/g, ' ').trim());
  // The total of a question, which has a cell over several columns, is not an entry.
  const isEntry = (row: ReadNode) =>
    row.children.filter(isNode).every(({ attributes }) => Number(attributes['ColSpan'] ?? 1) === 1);
  return allNodes(pdf)
    .filter(({ role }) => role === 'Table')
    .map((table) => {
      const rowsIn = (role: string) =>
        table.children
          .filter(isNode)
          .filter((part) => part.role === role)
          .flatMap((part) => part.children.filter(isNode).filter(isEntry).map(cellsOf));
      return { head: rowsIn('THead')[0] ?? [], body: rowsIn('TBody') };
    });
}
