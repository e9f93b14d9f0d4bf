import { firstSentence } from '../../../words/sentence-ends.ts';
import { markdownOf, type TextSection } from './sections-of.ts';

/** A section whose first sentence says what it is about, and the rest of it. */
interface Claimed {
  readonly claim: string;
  readonly section: TextSection;
}

/** Footnotes written on the spot. */
const NOTES = /\^\[(?:\\.|[^\]\\])*\]/g;

const plainClaim = (sentence: string): string => sentence.replace(/(?<!\\)\*+/g, '').trim();

/**
 * Takes the first sentence of a section as its claim. If it has no other, it is its text as well.
 * @returns undefined if it does not begin with a sentence
 */
export function takeClaim(section: TextSection): Claimed | undefined {
  const [first, ...others] = section.pieces;
  if (first?.kind !== 'paragraph') return undefined;
  const written = markdownOf(first);
  const withoutNotes = written.replace(NOTES, '');
  // A claim has no notes, so they stay where they are.
  if (withoutNotes !== written)
    return { claim: plainClaim(firstSentence(withoutNotes.replace(/\\\n/g, ' '))), section };
  const sentence = firstSentence(written.replace(/\\\n/g, ' '));
  const claim = plainClaim(sentence);
  const rest = written.replace(/\\\n/g, ' ').slice(sentence.length).trim();
  const isOpen = (sentence.match(/(?<!\\)\*+/g) ?? []).length % 2 === 1;
  if (isOpen || (rest === '' && others.length === 0 && section.sections.length === 0))
    return { claim, section };
  const pieces = rest === '' ? others : [{ ...first, markdown: rest, text: rest }, ...others];
  return { claim, section: { ...section, pieces } };
}
