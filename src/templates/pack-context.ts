import type { Assessment } from '../assessment/assessment.ts';
import { modelAnswer } from '../assessment/for-teachers/model-answer.ts';
import { tagsOf } from '../assessment/item-bank/tags-of.ts';
import type { AssessmentEntry, ExamPack } from '../assessment/tasks/exam-pack.ts';
import { coverageOf } from '../content/checks/coverage-of.ts';
import { chapterName } from '../content/entries/chapter-name.ts';
import type { Entry, EntryOf, Pack, Passage } from '../content/entries/entry.ts';
import { headingId } from '../content/entries/heading-id.ts';
import { paragraphs } from '../content/entries/paragraphs.ts';
import { editionOf, placeOf, speakerOf, workQuoted } from '../content/entries/place-of.ts';
import type { EntryKind } from '../content/kinds/entry-kind.ts';
import { NARRATOR } from '../content/kinds/narrator.ts';
import { PACK_KIND } from '../content/kinds/pack-kind.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { say } from '../words/say.ts';
import { beginsWithPart, unitInWords, unitsInWords } from '../words/unit-words.ts';
import { wordFor } from '../words/word-for.ts';
import type { Words } from '../words/words.ts';
import { forTheWall } from './organiser/for-the-wall.ts';
import { organiserContext } from './organiser/organiser-context.ts';
import { quotationBank } from './organiser/quotation-bank.ts';
import { quizzesByWeek } from './quizzes/by-week.ts';
import { quotationTest } from './quizzes/quotation-test.ts';
import { vocabularyTest } from './quizzes/vocabulary-test.ts';
import { gistOf, inOrder, onTimeline } from './world-context.ts';

/** A text as templates see it, with the place where its author wrote it. */
interface Authored {
  readonly text: string;
  readonly at: Place;
}

export const isAuthored = (value: unknown): value is Authored =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'at' in value &&
  typeof value.text === 'string';

/** Plain data that fills a template. Every text in it is Authored. */
export type Context = { readonly [name: string]: unknown };

/** The results of checking quotations, by their ids, and the source they were checked against. */
interface QuotationChecks {
  readonly source: string;
  readonly quotations: Readonly<Record<string, Context | object>>;
}

/**
 * Gives a pack as templates see it: its fields, a list of entries for each kind (a single entry for kinds that hold
 * one), `coverage`, a count of what it has and lacks, and `unit` and `units`, what the divisions of its book are called.
 */
export function packContext(
  pack: ExamPack,
  kinds: readonly EntryKind[],
  assessment: Assessment,
  checks?: QuotationChecks,
): Context {
  const { words } = assessment;
  const lists = kinds.map((kind): [string, unknown] => {
    const entries = inOrder(ownValue(pack.entries, kind.name) ?? [], words).map((entry) => ({
      ...entryContext(entry, kind),
      ...gistOf(entry),
      ...(kind.name === 'events' && onTimeline(entry as EntryOf<'events'>, words)),
      ...(kind.name === 'chapters' && chapterName(entry.id, pack.entries, words)),
      ...(kind.name === 'parts' && { heading: partHeading(entry, words, pack.about.fields.lang) }),
      ...(kind.name === 'items' && itemContext(entry as AssessmentEntry<'items'>, pack, assessment)),
      ...(kind.name === 'quotations' && {
        ...quotedContext(entry as EntryOf<'quotations'>, pack, words),
        check: checkOf(ownValue(checks?.quotations ?? {}, entry.id), words),
      }),
    }));
    return [kind.name, kind.holds === 'one' ? (entries[0] ?? null) : entries];
  });
  let organiser: ReturnType<typeof organiserContext> | undefined;
  let quizzes: ReturnType<typeof quizzesByWeek> | undefined;
  let coverage: ReturnType<typeof coverageOf> | undefined;
  const checked = checks ? { source: checks.source } : null;
  return {
    ...Object.fromEntries(lists),
    ...entryContext(pack.about, PACK_KIND),
    // A getter, since counting takes time and few templates ask for it.
    get coverage() {
      const questions = pack.entries.items.map(({ fields }) => fields);
      coverage ??= coverageOf(pack, questions, words);
      return coverage;
    },
    // A getter too, for the same reason.
    get organiser() {
      organiser ??= organiserContext(pack, words);
      return organiser;
    },
    get bank() {
      return quotationBank(pack, words);
    },
    get wall() {
      return forTheWall(pack);
    },
    get vocabularyTest() {
      return vocabularyTest(pack, pack.about.id);
    },
    get quotationTest() {
      return quotationTest(pack, words, pack.about.id);
    },
    get quizzes() {
      quizzes ??= quizzesByWeek(pack, assessment, pack.about.id);
      return quizzes;
    },
    checked,
    ...unitsOf(pack, words),
  };
}

/** Gives what templates need to say where a quotation is from: its place, its speaker, the edition. */
function quotedContext(entry: EntryOf<'quotations'>, { entries }: Pack, words: Words): Context {
  const work = workQuoted(entry, entries);
  const edition = work && {
    text: editionOf(work),
    at: work.places['name'] ?? work.places['title'] ?? work.at,
  };
  // A narrator without a name is called what he or she is. Words from a source may have no speaker at all.
  const isNarrated = entry.fields.speaker === NARRATOR && ownValue(entry.places, 'speaker') !== undefined;
  const narrator = isNarrated ? capital(say(words, 'narrator')) : null;
  return {
    where: placeOf(entry, entries, words) ?? null,
    who: speakerOf(entry, entries, (name) => name) ?? narrator,
    narrated: speakerOf(entry, entries, (name) => say(words, 'narrating', { name })) ?? narrator,
    edition: edition ?? null,
  };
}

/** Gives what templates need to print an item with its answer: all its tags, its stem, and what is right. */
function itemContext(entry: AssessmentEntry<'items'>, pack: ExamPack, assessment: Assessment): Context {
  const item = assessment.items.find(({ id }) => id === entry.id);
  const source = { kinds: assessment.kinds, words: assessment.words, pack };
  const answer = item ? modelAnswer(item, source) : [];
  return { tags: tagsOf(entry), stem: item?.task.stem ?? null, answer };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A part by its number and title, or by its title alone if that has its number (`Act 1`) or if there is none. */
const partHeading = ({ id, name, at, places }: Entry, words: Words, lang: string): Authored => ({
  text:
    beginsWithPart(name, words) || isMadeOfTitle(id, name, lang)
      ? name
      : say(words, 'part-title', { number: id, title: name }),
  at: places['title'] ?? at,
});

/** Whether an id is no number but the title over again, perhaps cut short, or with a number that tells it from others. */
function isMadeOfTitle(id: string, title: string, lang: string): boolean {
  const made = headingId(title, lang);
  return id === made || (id.includes('-') && (made.startsWith(id) || id.replace(/-\d+$/, '') === made));
}

/** What one division of the book is called, and more than one, in the language of the pack. */
function unitsOf(pack: Pack, words: Words): { unit: Authored | string; units: Authored | string } {
  const [book] = pack.entries.book;
  const given = book?.fields.unit;
  const unit = unitInWords(given ?? 'chapter', words);
  const units = book?.fields.units ?? unitsInWords(given ?? 'chapter', words);
  const at = book && (ownValue(book.places, 'unit') ?? book.at);
  return given !== undefined && at
    ? { unit: { text: unit, at }, units: { text: units, at } }
    : { unit, units };
}

/** The check of a quotation that has not been verified. */
const UNCHECKED = { state: 'not checked', verdict: null, speaker: null, chapter: null, paragraph: null };

/** The check of a quotation, with `inWords`: the same as Markdown. */
function checkOf(found: Context | object | undefined, words: Words): Context {
  const check: Context = { ...UNCHECKED, ...found };
  return { ...check, inWords: checkInWords(check, words) };
}

function checkInWords({ state, verdict, speaker, paragraph }: Context, words: Words): string {
  if (state !== 'checked') return say(words, state === 'changed' ? 'changed-since' : 'not-checked');
  if (verdict === 'no source') return say(words, 'no-source');
  if (verdict !== 'verified' && verdict !== 'verified, place not checked')
    return `**${wordFor(words, 'verdict', String(verdict))}**`;
  const found =
    verdict !== 'verified'
      ? say(words, 'verified-without-place')
      : paragraph
        ? say(words, 'verified-in-paragraph', { number: Number(paragraph) })
        : say(words, 'verified');
  const known = speaker === 'confirmed' || speaker === 'contradicted' ? speaker : 'unchecked';
  return `${found}; ${say(words, `speaker-${known}`)}`;
}

/**
 * Gives an entry as templates see it: `id`, `kind`, `group`, its fields, `body`, `paragraphs` (of the body), `sections`.
 * Missing fields are null, so that `{{#if}}` in a template can test for them.
 */
export function entryContext(entry: Entry, kind: EntryKind | undefined): Context {
  const absent = Object.fromEntries(Object.keys(kind?.fields.shape ?? {}).map((field) => [field, null]));
  const sections = Object.fromEntries(
    Object.entries(entry.sections).map(([name, passage]) => [name, authored(passage)]),
  );
  const noSections = Object.fromEntries(
    (kind?.sections ?? []).map((heading) => [heading.toLowerCase().replaceAll(' ', '-'), null]),
  );
  return {
    ...absent,
    ...mapStrings(entry.fields, '', entry),
    name: { text: entry.name, at: entry.places['name'] ?? entry.places['title'] ?? entry.at },
    id: entry.id,
    kind: entry.kind,
    group: entry.group,
    groupTitle: entry.groupTitle ?? null,
    body: authored(entry.body),
    paragraphs: paragraphs(entry.body).map(authored),
    sections: { ...noSections, ...sections },
  };
}

const authored = ({ text, at }: Passage): Authored | null => (text === '' ? null : { text, at });

function mapStrings(value: unknown, path: string, entry: Entry): Record<string, unknown> {
  const map = (inner: unknown, at: string): unknown => {
    if (typeof inner === 'string') return { text: inner, at: ownValue(entry.places, at) ?? entry.at };
    if (Array.isArray(inner)) return inner.map((item, index) => map(item, `${at}.${index}`));
    return inner;
  };
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, map(inner, path + key)]),
  );
}
