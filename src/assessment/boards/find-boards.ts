import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { ExamPack } from '../tasks/exam-pack.ts';
import type { ExamBoard } from './board.ts';
import { type BoardFile, readBoard } from './read-board.ts';

/** The boards that a pack names. */
export interface Boards {
  readonly all: readonly ExamBoard[];
  /** By the ids of papers: the board that a paper names, or else that of its pack. */
  readonly ofPapers: Readonly<Record<string, ExamBoard>>;
}

/**
 * Finds and reads the boards that a pack and its papers name. A name without a file is reported, and so is a board in
 * another language than the pack.
 * @param files of the pack first: if two have the same name, the first is used
 */
export function findBoards(
  { about, entries }: ExamPack,
  files: readonly BoardFile[],
  report: Report,
): Boards {
  const known = new Map<string, ExamBoard | undefined>();
  const names = [...new Set(files.map(({ name }) => name.replace(/\.yaml$/, '')))].sort();
  const { lang } = about.fields;
  const find = (id: string, at: Place): ExamBoard | undefined => {
    if (known.has(id)) return known.get(id);
    const file = files.find(({ name }) => name === `${id}.yaml`);
    const board = file && readBoard(file, report);
    known.set(id, board);
    if (!file) report.add('board-unknown', at, `There is no exam board “${id}”.`, listed(id, names));
    else if (board && board.lang.slice(0, 2) !== lang.slice(0, 2))
      report.add(
        'board-language',
        at,
        `The words of the board “${id}” are in “${board.lang}”, but the language of the pack is “${lang}”.`,
        `Write a board of your own in the pack’s folder: templates/boards/NAME.yaml, with lang: ${lang}`,
      );
    return board;
  };
  const found = (named: { board?: string | undefined }, at: Place | undefined): ExamBoard | undefined =>
    named.board === undefined ? undefined : find(named.board, at ?? about.at);
  const ofPack = found(about.fields, about.places['board']);
  const ofPapers = entries.papers.flatMap(({ id, fields, places, at }) => {
    const board = fields.board === undefined ? ofPack : found(fields, ownValue(places, 'board') ?? at);
    return board ? [[id, board] as const] : [];
  });
  return {
    all: [...known.values()].filter((board) => board !== undefined),
    ofPapers: Object.fromEntries(ofPapers),
  };
}

const listed = (id: string, names: readonly string[]): string =>
  [
    suggest(id, names, 0),
    names.length === 0 ? 'There are none yet.' : `There are ${names.join(', ')}.`,
    'Your own go in the pack’s folder: templates/boards/NAME.yaml',
  ]
    .filter(Boolean)
    .join(' ');
