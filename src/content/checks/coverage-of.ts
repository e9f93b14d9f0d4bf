import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Entry, Pack } from '../entries/entry.ts';
import { NARRATOR } from '../kinds/literature.ts';

/** The number of quotations and questions on something. */
export interface EntryCounts {
  readonly quotations: number;
  readonly questions: number;
}

/** A subject of a pack (a theme, a main character) with its quotations and questions, by chapter and in total. */
export interface CoverageRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** In the order of the chapters. */
  readonly chapters: readonly EntryCounts[];
  /** Those that name the subject but no chapter. */
  readonly elsewhere: EntryCounts;
  readonly total: EntryCounts;
  /** Questions of each level, easiest first. */
  readonly levels: readonly number[];
}

/** What a pack has on each subject and chapter, to show what is missing. */
export interface Coverage {
  readonly chapters: readonly string[];
  /** The levels of its questions, easiest first. */
  readonly levels: readonly string[];
  /** Whether it has any quotations: a pack on science may have none, and that is not a gap. */
  readonly quotes: boolean;
  readonly rows: readonly CoverageRow[];
  /** Totals for each chapter, whatever the subject. */
  readonly perChapter: readonly EntryCounts[];
  /** What is missing, one sentence each. */
  readonly holes: readonly string[];
}

const LEVELS = ['support', 'core', 'stretch'];

/**
 * Counts quotations and questions by subject and chapter. A quotation counts for the character who speaks it and for
 * those it is about; one with several chapters or subjects counts for each.
 */
export function coverageOf({ entries }: Pack): Coverage {
  const all = (kind: string) => ownValue(entries, kind) ?? [];
  const book = all('book')[0];
  const narrator = book?.fields['narrator'];
  const named = (entry: Entry, field: string): string[] =>
    [ownValue(entry.fields, field) ?? []].flat().map((id) => String(id === NARRATOR ? narrator : id));
  const concerns = ({ kind, id }: Entry) =>
    kind === 'themes'
      ? (entry: Entry) => named(entry, 'themes').includes(id)
      : (entry: Entry) =>
          ['speaker', 'about', 'characters'].some((field) => named(entry, field).includes(id));
  const placesOf = (entry: Entry) => [...named(entry, 'chapter'), ...named(entry, 'chapters')];
  const count = (isCounted: (entry: Entry) => boolean): EntryCounts => ({
    quotations: all('quotations').filter(isCounted).length,
    questions: all('questions').filter(isCounted).length,
  });

  const chapters = all('chapters').map(({ id }) => id);
  const perChapter = chapters.map((chapter) => count((entry) => placesOf(entry).includes(chapter)));
  const subjects = [
    ...all('themes'),
    ...all('characters').filter((character) => character.fields['role'] === 'main'),
  ];
  const rows = subjects.map((subject): CoverageRow => {
    const isOfIt = concerns(subject);
    return {
      id: subject.id,
      kind: subject.kind,
      name: subject.name,
      chapters: chapters.map((chapter) =>
        count((entry) => isOfIt(entry) && placesOf(entry).includes(chapter)),
      ),
      elsewhere: count((entry) => isOfIt(entry) && placesOf(entry).length === 0),
      total: count(isOfIt),
      levels: LEVELS.map(
        (level) =>
          all('questions').filter((entry) => isOfIt(entry) && entry.fields['level'] === level).length,
      ),
    };
  });
  const quotes = all('quotations').length > 0;
  const holes = [
    ...rows.flatMap(({ name, total }) => [
      ...(quotes && total.quotations === 0 ? [`No quotation for ${name}.`] : []),
      ...(total.questions === 0 ? [`No question on ${name}.`] : []),
    ]),
    ...perChapter.flatMap(({ questions }, index) =>
      questions === 0 ? [`No question on ${book?.fields['unit'] ?? 'chapter'} ${chapters[index]}.`] : [],
    ),
  ];
  return { chapters, levels: LEVELS, quotes, rows, perChapter, holes };
}
