import type { Report } from '../diagnostics/report.ts';
import { readItems } from './item-bank/read-items.ts';
import { checkLevels, type Level, readLevels } from './item-bank/read-levels.ts';
import type { ExamPaper, Form } from './papers/exam-paper.ts';
import { makeForm } from './papers/make-form.ts';
import { readPapers } from './papers/read-papers.ts';
import { readWorksheets } from './papers/read-worksheets.ts';
import type { Worksheet } from './papers/worksheet.ts';
import type { ExamPack } from './tasks/exam-pack.ts';
import type { Item } from './tasks/item.ts';

/** All that a pack asks: its item bank, its papers with their forms, and its worksheets. */
export interface Assessment {
  readonly items: readonly Item[];
  readonly papers: readonly { readonly paper: ExamPaper; readonly forms: readonly Form[] }[];
  readonly worksheets: readonly Worksheet[];
  /** Schemes of levels by id. */
  readonly levels: Readonly<Record<string, readonly Level[]>>;
}

/** Reads the items and papers of a pack, and makes the forms. No form is made of a paper with something wrong in it. */
export function readAssessment(pack: ExamPack, report: Report): Assessment {
  const items = readItems(pack, report);
  const levels = readLevels(pack, report);
  checkLevels(items, levels, report);
  const worksheets = readWorksheets(pack, items, report);
  const papers = readPapers(pack, items, report).map((paper) => ({
    paper,
    forms: paper.forms.map((letter) => makeForm(paper, letter)),
  }));
  return { items, papers, worksheets, levels: Object.fromEntries(levels) };
}
