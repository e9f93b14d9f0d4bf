import type { Report } from '../diagnostics/report.ts';
import type { Words } from '../words/words.ts';
import type { Boards } from './boards/find-boards.ts';
import type { ItemBank } from './item-bank/item.ts';
import { readItems } from './item-bank/read-items.ts';
import { checkLevels, type Level, readLevels } from './item-bank/read-levels.ts';
import { withSourceLetters, withSourceTitles } from './item-bank/source-mentions.ts';
import type { KindTable } from './kinds/question-kinds.ts';
import { checkSourceLetters } from './papers/check-source-letters.ts';
import type { ExamPaper, Form } from './papers/exam-paper.ts';
import { makeForm } from './papers/make-form.ts';
import { readPapers } from './papers/read-papers.ts';
import { readWorksheets, taggedWorksheet, themeWorksheets } from './papers/read-worksheets.ts';
import { sourceLetters } from './papers/source-letters.ts';
import type { Worksheet } from './papers/worksheet.ts';
import type { ExamPack } from './tasks/exam-pack.ts';

/** Everything that a pack asks: its item bank, its papers with their forms, and its worksheets. */
export interface Assessment extends ItemBank {
  readonly papers: readonly { readonly paper: ExamPaper; readonly forms: readonly Form[] }[];
  readonly worksheets: readonly Worksheet[];
  /** The worksheets of themes, by the ids of the themes. */
  readonly themeWorksheets: readonly Worksheet[];
  /** The tasks on checking quotations; undefined if there are none. */
  readonly checking: Worksheet | undefined;
  /** Schemes of levels by id. */
  readonly levels: Readonly<Record<string, readonly Level[]>>;
  /** The words of the pack’s language. */
  readonly words: Words;
}

/** The worksheet of an entry: one that it is, or that of a theme; undefined if it has none. */
export const worksheetOf = (
  assessment: Pick<Assessment, 'worksheets' | 'themeWorksheets'>,
  entry: { readonly kind: string; readonly id: string } | undefined,
): Worksheet | undefined =>
  (entry?.kind === 'worksheets'
    ? assessment.worksheets
    : entry?.kind === 'themes'
      ? assessment.themeWorksheets
      : []
  ).find(({ id }) => id === entry?.id);

/** A worksheet whose questions have the letters of the texts that they name. */
const lettered = (worksheet: Worksheet, words: Words): Worksheet => ({
  ...worksheet,
  items: withSourceLetters(worksheet.items, sourceLetters(worksheet.items), words),
});

/** A paper whose questions have the letters of the texts that they name. */
function letteredPaper(paper: ExamPaper, words: Words): ExamPaper {
  const letters = sourceLetters(paper.sections.flatMap(({ items }) => items));
  return {
    ...paper,
    sections: paper.sections.map((section) => ({
      ...section,
      items: withSourceLetters(section.items, letters, words),
    })),
  };
}

/**
 * Reads the items and papers of a pack, and makes the forms. Papers with errors get no forms.
 * @param pack with the objectives of its boards
 * @param boards by the ids of papers
 */
export function readAssessment(
  pack: ExamPack,
  kinds: KindTable,
  words: Words,
  report: Report,
  boards: Boards['ofPapers'] = {},
): Assessment {
  const items = readItems(pack, kinds, words, report);
  const bank = { items, kinds };
  const levels = readLevels(pack, report);
  checkLevels(bank, levels, report);
  const whole = !report.failed();
  const worksheets = readWorksheets(pack, bank, whole, report);
  const read = readPapers(pack, items, whole, boards, report);
  const papers = read.map((paper) => ({
    paper: letteredPaper(paper, words),
    forms: paper.forms.map((letter) => makeForm(paper, letter, kinds)),
  }));
  const checking = taggedWorksheet('checking', pack, bank);
  for (const { title, items: asked } of worksheets) checkSourceLetters(asked, title.text, words, report);
  for (const { paper } of papers)
    checkSourceLetters(
      paper.sections.flatMap((section) => section.items),
      paper.title.text,
      words,
      report,
    );
  const titles = new Map(
    [...pack.entries.stimuli, ...pack.entries.sources].map(({ id, name }) => [id, name]),
  );
  return {
    items: withSourceTitles(items, titles, words),
    kinds,
    papers,
    worksheets: worksheets.map((worksheet) => lettered(worksheet, words)),
    themeWorksheets: themeWorksheets(pack, bank, read, worksheets).map((worksheet) =>
      lettered(worksheet, words),
    ),
    checking: checking && lettered(checking, words),
    levels: Object.fromEntries(levels),
    words,
  };
}
