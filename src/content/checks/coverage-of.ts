import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { chapterName } from '../entries/chapter-name.ts';
import type { Pack } from '../entries/entry.ts';
import { NARRATOR } from '../kinds/narrator.ts';

/** The number of quotations and questions on something. */
export interface EntryCounts {
  readonly quotations: number;
  readonly questions: number;
}

/**
 * A subject of a pack (a theme, a main character, a person with a handout) with its quotations and questions, by
 * chapter and in total.
 */
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
  /** Their names, as short as possible: `6`, `1.7`. */
  readonly chapters: readonly string[];
  /** The levels of its questions, easiest first. */
  readonly levels: readonly string[];
  /** Whether it has any quotations: a pack on science may have none, and that is not a gap. */
  readonly quotes: boolean;
  readonly rows: readonly CoverageRow[];
  /** Totals for each chapter, whatever the subject, with its name in full. */
  readonly perChapter: readonly (EntryCounts & { readonly name: string })[];
  /** What is missing, one sentence each, in the words of some language. */
  readonly holes: readonly string[];
}

/** The ids of what a quotation or a question is about. */
interface Mention {
  readonly characters: readonly string[];
  readonly people: readonly string[];
  readonly themes: readonly string[];
  readonly chapters: readonly string[];
}

/** A question of a pack, as far as it is counted. One without a level is for everybody, and counts as core. */
type CountedQuestion = Mention & { readonly level?: string | undefined };

const LEVELS = ['support', 'core', 'stretch'];

/**
 * Counts quotations and questions by subject and chapter. A quotation counts for the character who speaks it and for
 * those it is about; one with several chapters or subjects counts for each.
 * @param questions of the pack's item bank
 */
export function coverageOf({ entries }: Pack, questions: readonly CountedQuestion[], words: Words): Coverage {
  const [book] = entries.book;
  const quotations = entries.quotations.map(({ fields }): Mention => {
    const { speaker, about, chapter, themes } = fields;
    const by = speaker === NARRATOR ? (book?.fields.narrator ?? speaker) : speaker;
    const named = [by, ...about];
    return { characters: named, people: named, themes, chapters: chapter === undefined ? [] : [chapter] };
  });
  const count = (isCounted: (mention: Mention) => boolean): EntryCounts => ({
    quotations: quotations.filter(isCounted).length,
    questions: questions.filter(isCounted).length,
  });

  const chapters = entries.chapters.map(({ id }) => id);
  const names = chapters.map((chapter) => chapterName(chapter, entries, words));
  const perChapter = chapters.map((chapter, index) => ({
    name: names[index]!.full,
    ...count((mention) => mention.chapters.includes(chapter)),
  }));
  const subjects = [
    ...entries.themes,
    ...entries.characters.filter(({ fields }) => fields.role === 'main'),
    ...entries.people.filter(({ fields }) => fields.handout),
  ];
  const rows = subjects.map(({ id, kind, name }): CoverageRow => {
    const isOfIt = (mention: Mention) => mention[kind].includes(id);
    return {
      id,
      kind,
      name,
      chapters: chapters.map((chapter) =>
        count((mention) => isOfIt(mention) && mention.chapters.includes(chapter)),
      ),
      elsewhere: count((mention) => isOfIt(mention) && mention.chapters.length === 0),
      total: count(isOfIt),
      levels: LEVELS.map(
        (level) =>
          questions.filter((question) => isOfIt(question) && (question.level ?? 'core') === level).length,
      ),
    };
  });
  const quotes = entries.quotations.length > 0;
  const holes = [
    ...rows.flatMap(({ name, total }) => [
      ...(quotes && total.quotations === 0 ? [say(words, 'no-quotations-for', { name })] : []),
      ...(total.questions === 0 ? [say(words, 'no-questions-on', { name })] : []),
    ]),
    ...perChapter.flatMap(({ name, questions }) =>
      questions === 0 ? [say(words, 'no-questions-on', { name })] : [],
    ),
  ];
  return { chapters: names.map(({ short }) => short), levels: LEVELS, quotes, rows, perChapter, holes };
}
