/** Verbs of saying, in the forms that speech tags have. */
const VERBS =
  'said says asked asks replied replies answered answers called calls cried cries whispered whispers shouted shouts muttered mutters murmured murmurs told tells added adds continued continues began begins repeated repeats insisted insists admitted admits agreed agrees announced announces explained explains observed observes remarked remarks exclaimed exclaims snapped snaps sighed sighs screamed screams yelled yells wondered wonders suggested suggests declared declares demanded demands offered offers warned warns promised promises begged begs breathed growled hissed urged objected protested pleaded mumbled stammered interrupted returned responded';
export const SAYING_VERBS: ReadonlySet<string> = new Set(VERBS.split(' '));
const ANY_VERB = VERBS.replaceAll(' ', '|');
/** What may come between a name and its verb. */
const ADVERB = '(?:(?:\\p{L}+ly|then|now|just|only|once|finally|again|also|at last)\\s+)?';

/** The person that a speech tag names. */
export interface SpeechTag {
  /** Its words for the person: “Ada”, “the old man”, “she”. */
  readonly who: string;
  /** Whether the verb comes first (“said Ada softly”), so that more words may follow the name. */
  readonly verbFirst: boolean;
}

/**
 * Finds who has just spoken according to a stretch of narration: “said Ada.”, “Ada said softly,”.
 * @param text the narration right after the closing mark
 */
export function tagAfter(text: string): SpeechTag | undefined {
  const clause = /^[^,;:!?…–—]*?(?=[,;:!?…–—]|(?<!\b(?:Mr|Mrs|Ms|Dr|St))\.|$)/.exec(text.trim())![0].trim();
  const turned = new RegExp(`^(?:${ANY_VERB})\\s+(.+)$`, 'u').exec(clause);
  if (turned) return { who: turned[1]!, verbFirst: true };
  const [, who] = new RegExp(`^(.+?)\\s+${ADVERB}(?:${ANY_VERB})(?=\\s|$)`, 'u').exec(clause) ?? [];
  return who === undefined ? undefined : { who, verbFirst: false };
}

/**
 * Finds who is about to speak according to a stretch of narration: “Ada turned. Then she said,”, “Ben answered:”.
 * @param text the narration right before the opening mark
 */
export function tagBefore(text: string): SpeechTag | undefined {
  if (!/[,:]\s*$/.test(text)) return undefined;
  const sentence = /(?:[^.!?…]|\b(?:Mr|Mrs|Ms|Dr|St)\.)*$/.exec(text)![0];
  const verb = [...sentence.matchAll(new RegExp(`(?<!\\p{L})(?:${ANY_VERB})(?!\\p{L})`, 'gu'))].at(-1);
  if (!verb || /\b(?:nothing|never|not|nobody)\b|n['’]t\b/.test(sentence.slice(verb.index))) return undefined;
  const clause = /[^,;:–—]*$/.exec(sentence.slice(0, verb.index))![0].trim();
  const who = clause
    .replace(/^(?:(?:and|but|so|then|when|as|until|while|now|at last)\s+)+/i, '')
    .replace(/\s(?:\p{L}+ly|then|now|just|only|once|finally|again|also|at last)$/u, '');
  if (who !== '') return { who, verbFirst: false };
  const after = sentence.slice(verb.index + verb[0].length).replace(/[,:]\s*$/, '');
  return /^[^,;:–—]+$/.test(after) ? { who: after.trim(), verbFirst: true } : undefined;
}
