import { ANY_SAYING_VERB, MANNER_VERBS } from './saying-verbs.ts';

/** What may come between a name and its verb. */
const ADVERB = '(?:(?:\\p{L}+ly|then|now|just|only|once|finally|again|also|at last|here|there)\\s+)?';
/** Titles, whose full stop ends no sentence. */
const TITLES = 'Mr|Mrs|Ms|Dr|St|Capt|Col|Gen|Lieut|Messrs|Prof|Rev|Sgt|Mme|Mlle|M';
/** The clause at the beginning of a text. */
const CLAUSE = new RegExp(`^[^,;:!?…–—]*?(?=[,;:!?…–—]|--|(?<!\\b(?:${TITLES}))\\.|$)`);
const VERB_FIRST = new RegExp(`^(?:${ANY_SAYING_VERB})\\s+(.+)$`, 'u');
const NAME_FIRST = new RegExp(`^(.+?)\\s+${ADVERB}(${ANY_SAYING_VERB})(?=\\s|$)(.*)$`, 'u');
const VERB_ANYWHERE = new RegExp(`(?<!\\p{L})(?:${ANY_SAYING_VERB})(?!\\p{L})`, 'gu');
const LAST_SENTENCE = new RegExp(`(?:[^.!?…]|\\b(?:${TITLES})\\.)*$`);
/** After a name and a verb of saying, what shows that a sentence reports something else than the speech before it. */
const OBJECT =
  /^\s+(?:that|no|nothing|nobody|little|something|anything|everything|what|how|why|whether|if|about|of|for)\b/;
const INFINITIVE =
  /^(?:began|begins|continued|continues|offered|promised|begged|demanded|went on|proceeded|ventured|urged)\s+(?:to\b|\p{L}+ing\b)/u;
/** The tags of these verbs may name the person spoken to; after any other verb, “the bell” is a thing. */
const ADDRESSING = /^(?:told|asked|informed|assured|reminded|interrupted|corrected|warned)$/;

/** The person that a speech tag names. */
export interface SpeechTag {
  /** Its words for the person: “Ada”, “the old man”, “she”. Empty if there is a tag, but it is not clear whom it names. */
  readonly who: string;
  /** Whether the verb comes first (“said Ada softly”), so that more words may follow the name. */
  readonly verbFirst: boolean;
}

/**
 * Finds who has just spoken according to a stretch of narration: “said Ada.”, “Ada said softly,”.
 * @param text the narration right after the closing mark
 * @param speech what is said before the mark: after a full stop, a name begins a sentence of its own
 */
export function tagAfter(text: string, speech: string): SpeechTag | undefined {
  const clause = CLAUSE.exec(text.trim())![0].trim();
  const turned = VERB_FIRST.exec(clause);
  if (turned) return { who: turned[1]!, verbFirst: true };
  const [, who, verb, rest] = NAME_FIRST.exec(clause) ?? [];
  if (who === undefined || isOwnSentence(who, verb!, rest!, speech)) return undefined;
  return { who, verbFirst: false };
}

/** Whether a name, a verb of saying and what follows them are the next sentence, and not the tag of the speech before. */
function isOwnSentence(who: string, verb: string, rest: string, speech: string): boolean {
  if (OBJECT.test(rest) || INFINITIVE.test(`${verb}${rest}`)) return true;
  if (/^\s+(?:the|an?)\b/.test(rest) && !ADDRESSING.test(verb)) return true;
  if (!/^\p{Lu}/u.test(who)) return false;
  const end = speech.trimEnd().replace(/[”’"'»]+$/, '');
  return /(?<!\.\s?)\.$/.test(end) || (MANNER_VERBS.has(verb) && /[.!?…]$/.test(end));
}

/**
 * Finds who is about to speak according to a stretch of narration: “Ada turned. Then she said,”, “Ben answered:”.
 * @param text the narration right before the opening mark
 */
export function tagBefore(text: string): SpeechTag | undefined {
  if (!/[,:]\s*$/.test(text)) return undefined;
  const sentence = LAST_SENTENCE.exec(text)![0];
  const verb = [...sentence.matchAll(VERB_ANYWHERE)].at(-1);
  if (!verb || /\b(?:nothing|never|not|nobody)\b|n['’]t\b/.test(sentence.slice(verb.index))) return undefined;
  const clause = /[^,;:–—]*$/.exec(sentence.slice(0, verb.index))![0].trim();
  const who = clause
    .replace(
      /^(?:(?:and|but|so|for|then|when|as|until|while|now|at last|presently|suddenly|soon|later)\s+)+/i,
      '',
    )
    // “After luncheon Ada said”
    .replace(/^(?:at|after|before|in|on|by|next|once)\s(?:\p{Ll}[\p{Ll}-]*\s){1,4}(?=\p{Lu})/iu, '')
    .replace(/\s(?:\p{L}+ly|then|now|just|only|once|finally|again|also|at last)$/u, '');
  // “He turned and said”: the subject comes earlier.
  if (/\sand$/.test(who)) return { who: '', verbFirst: false };
  if (who !== '') return { who, verbFirst: false };
  const after = sentence.slice(verb.index + verb[0].length).replace(/[,:]\s*$/, '');
  if (/^[^,;:–—]+$/.test(after)) return { who: after.trim(), verbFirst: true };
  // “the old man, folding his net, replied:” has somebody, but not right before the verb.
  return after === '' ? { who: '', verbFirst: false } : undefined;
}
