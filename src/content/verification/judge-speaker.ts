import type { EntryOf } from '../entries/entry.ts';
import { NARRATOR } from '../kinds/narrator.ts';
import type { CharacterNames } from './character-names.ts';
import type { SpeechMarks } from './find-speech.ts';
import type { SourceIndex } from './index-source.ts';
import { judgeVoice } from './judge-voice.ts';
import type { SpeakerVerdict } from './speaker-verdict.ts';
import { type SpeechTag, tagAfter, tagBefore } from './speech-tag.ts';

/**
 * Judges a quotation's speaker by the speech tags around the stretches of speech that its words are in. A speaker is
 * confirmed only if a tag in the same paragraph names them; a pronoun or a description is not checkable.
 * @param places the indices of the quotation's words in the source
 * @param narrator the character who narrates the book, if one does: the “I” of its speech tags
 */
export function judgeSpeaker(
  { fields: { speaker } }: EntryOf<'quotations'>,
  places: readonly number[],
  source: SourceIndex,
  names: CharacterNames,
  narrator: string | undefined,
): SpeakerVerdict {
  const voiced = judgeVoice(speaker, places, source, names);
  if (voiced) return voiced;
  if (source.marks === 'none') return notCheckable('this text does not put speech in quotation marks');
  const stretches = new Map<string, Stretch>();
  for (const place of places) {
    const [paragraph, speech] = [source.paragraphOf[place]!, source.speechOf[place]!];
    stretches.set(`${paragraph}/${speech}`, { paragraph, speech });
  }
  const parts = [...stretches.values()];
  const aloud = parts.filter(({ speech }) => speech >= 0);
  if (parts.some(({ paragraph }) => isUnclosed(paragraph, source)))
    return notCheckable('a quotation mark is missing in this paragraph');
  if (aloud.length === 0) {
    if (parts.some(({ paragraph }) => hasOtherMarks(source.paragraphs[paragraph]!.text, source.marks)))
      return notCheckable('this paragraph marks speech differently from the rest of the book');
    if (places.every((place) => isMarked(place, source)))
      return notCheckable('these words are in quotation marks, but nothing shows that somebody speaks');
    if (speaker === NARRATOR) return { verdict: 'confirmed', reason: 'nobody says it aloud' };
    return speaker === narrator
      ? notCheckable('they are narration, not spoken aloud, so the speaker should be “narrator”')
      : { verdict: 'contradicted', reason: 'they are narration, not spoken aloud' };
  }
  if (aloud.length < parts.length) return notCheckable('part of it is spoken aloud and part is not');
  const narration = aloud.map((part) =>
    speakerOfStretch(part.paragraph, part.speech, source, names, narrator),
  );
  const other = narration.find(({ id, tag }) => id !== undefined && id !== speaker && !isDescription(tag));
  if (other) return { verdict: 'contradicted', reason: `the speech tag says “${other.tag}”` };
  const unknown = narration.find(
    (one, index) => one.id !== speaker && !isCarried(aloud[index]!, source, aloud, narration),
  );
  if (unknown)
    return notCheckable(
      unknown.tag === undefined ? 'no speech tag says who speaks' : `the speech tag says “${unknown.tag}”`,
    );
  const { tag } = narration.find(({ id }) => id !== undefined)!;
  return { verdict: 'confirmed', reason: `the speech tag says “${tag}”` };
}

/** Whether a tag has no name but a word for somebody, who may be any of several: “the doctor”. */
const isDescription = (tag = '') => /^[Tt]he \p{Ll}/u.test(tag);

/** A stretch of speech: the index of its paragraph, and its own in the paragraph. */
interface Stretch {
  readonly paragraph: number;
  readonly speech: number;
}

/**
 * Whether a stretch without a tag goes on with a stretch of the same quotation and paragraph that has one. Narration that
 * ends with a comma or colon begins what somebody says anew.
 */
function isCarried(
  { paragraph, speech }: Stretch,
  source: SourceIndex,
  aloud: readonly Stretch[],
  narration: readonly { tag?: string; id?: string }[],
): boolean {
  const index = aloud.findIndex((one) => one.paragraph === paragraph && one.speech === speech);
  const { text, speech: found } = source.paragraphs[paragraph]!;
  const before = text.slice(found.spoken[speech - 1]?.to ?? 0, found.spoken[speech]!.from - 1);
  if (narration[index]!.tag !== undefined || /[,:]\s*$/.test(before)) return false;
  return aloud.some((one, other) => one.paragraph === paragraph && narration[other]!.id !== undefined);
}

const notCheckable = (reason: string): SpeakerVerdict => ({ verdict: 'not checkable', reason });

/** Whether a word is among a few in marks of which nothing shows that somebody says them aloud. */
function isMarked(place: number, source: SourceIndex): boolean {
  const { at } = source.words[place]!;
  const { marked } = source.paragraphs[source.paragraphOf[place]!]!.speech;
  return marked.some(({ from, to }) => from <= at && at < to);
}

/** Whether a paragraph may have speech with other marks than the rest of the book, or with a dash. */
const hasOtherMarks = (text: string, marks: SpeechMarks) =>
  /^\s*[—–-]/.test(text) || (marks === 'double' ? /(?:^|\s)[‘'](?=\p{Lu})/u : /[“”„«»"]/).test(text);

/** Whether a paragraph leaves speech open and the next does not continue it. */
function isUnclosed(index: number, source: SourceIndex): boolean {
  const next = source.paragraphs[index + 1];
  const begins = next?.speech.spoken[0]?.from;
  return (
    source.paragraphs[index]!.speech.open &&
    (begins === undefined || next!.text.slice(0, begins).trim().length > 1)
  );
}

/** Finds who says a stretch of speech: the tag, and the id of the character it names. */
function speakerOfStretch(
  paragraph: number,
  speech: number,
  source: SourceIndex,
  names: CharacterNames,
  narrator: string | undefined,
): { tag?: string; id?: string } {
  const { text, speech: found } = source.paragraphs[paragraph]!;
  const { spoken } = found;
  // The narration before each stretch, and after the last, in which a tag may run on over lines.
  const narration = [...spoken, undefined].map((stretch, index) =>
    text
      .slice(index === 0 ? 0 : spoken[index - 1]!.to + 1, stretch ? stretch.from - 1 : text.length)
      .replace(/\s/g, ' '),
  );
  const wordsOf = (index: number) => text.slice(spoken[index]!.from, spoken[index]!.to);
  const after = tagAfter(narration[speech + 1]!, wordsOf(speech));
  const before = tagBefore(narration[speech]!);
  if (
    after !== undefined &&
    before !== undefined &&
    idOf(after, names, narrator) !== idOf(before, names, narrator)
  )
    return { tag: `${before.who} … ${after.who}` };
  const direct = after ?? before;
  if (direct !== undefined) return withId(direct, names, narrator);
  // Speech that goes on after its tag, with no other name and no sentence between.
  const earlier = speech > 0 ? tagAfter(narration[speech]!, wordsOf(speech - 1)) : undefined;
  if (earlier === undefined) return {};
  const rest = narration[speech]!.slice(narration[speech]!.indexOf(earlier.who) + earlier.who.length);
  const others = [...names].filter(
    ([name]) => hasName(rest, name) && !names.get(name)!.includes(idOf(earlier, names, narrator) ?? ''),
  );
  if (others.length > 0) return { tag: narration[speech]!.trim() };
  if (/[.!?…]\s+\p{L}/u.test(rest)) return {};
  return /\p{L}\s+\p{Lu}\p{L}/u.test(rest)
    ? { tag: narration[speech]!.trim() }
    : withId(earlier, names, narrator);
}

const withId = (tag: SpeechTag, names: CharacterNames, narrator: string | undefined) => {
  const id = idOf(tag, names, narrator);
  return { ...(tag.who !== '' && { tag: tag.who }), ...(id !== undefined && { id }) };
};

/** Gives the id of the character that a tag names, if the name is used alone and belongs to one character only. */
function idOf(
  { who, verbFirst: turned }: SpeechTag,
  names: CharacterNames,
  narrator: string | undefined,
): string | undefined {
  const words = inOneForm(withoutManner(who));
  const isName = (name: string) => words === name || (turned && words.startsWith(`${name} `));
  const known = [...names.keys(), 'I']
    .map((name) => ({ name, form: inOneForm(name) }))
    .filter(({ form }) => isName(form))
    .sort((a, b) => b.form.length - a.form.length)[0];
  if (known === undefined) return undefined;
  // “Ada Lane”, “Ada and Ben” or “Ada of the mill's brother” may be somebody else, or more than one.
  if (/^\s+(?:\p{Lu}|and\b|or\b|of\b)|'s\b|\band\b/u.test(words.slice(known.form.length))) return undefined;
  const ids = known.name === 'I' ? [narrator] : names.get(known.name)!;
  return ids.length === 1 ? ids[0] : undefined;
}

/** A name as it is in the middle of a sentence, and with no stop after a title: “the gryphon”, “Mrs Lane”. */
const inOneForm = (name: string) =>
  name
    .replace(/’/g, "'")
    .replace(/^[Tt]he\s.*/, (whole) => whole.toLowerCase())
    .replace(/\b(Mr|Mrs|Ms|Dr|St|Capt|Col|Gen|Prof|Rev|Mme|Mlle|M)\./g, '$1')
    .trim();

/** A name without what is said of its mood: “the horrified Mrs Lane”, “poor Ben”. */
const withoutManner = (who: string) =>
  who.replace(/^(?:the )?(?:poor|dear|\p{Ll}+(?:ed|ing)) (?=\p{Lu})/u, '');

const hasName = (text: string, name: string) => {
  const at = text.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + name.length] ?? ' ');
};
