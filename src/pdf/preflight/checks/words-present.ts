import { joinTexts, passagesOf, textsOn } from '../../reading/text-of.ts';
import type { Check, PreflightFile } from '../check.ts';

/** Nothing that should be printed is missing. */
export const wordsPresent: Check = {
  name: 'words',
  description: 'every word of the source is printed, as often as it occurs there',
  run(file, report) {
    const { words } = file.expected;
    if (!words) return;
    const printed = counted(printedWords(file, '\n'));
    let whole: ReadonlyMap<string, number> | undefined;
    const lost: string[] = [];
    for (const [word, times] of counted(words.flatMap(wordsIn))) {
      const inLines = printed.get(word) ?? 0;
      if (inLines >= times) continue;
      // A poster cuts words between sheets, so lines are also joined with nothing between them.
      whole ??= counted(printedWords(file, ''));
      const missing = times - Math.max(inLines, whole.get(word) ?? 0);
      if (missing > 0) lost.push(times > 1 ? `${word} (${missing} of ${times})` : word);
    }
    if (lost.length > 0)
      report(
        {},
        `${lost.length === 1 ? 'A word' : `${lost.length} words`} of the source ${lost.length === 1 ? 'is' : 'are'} not printed: ${lost.slice(0, 12).join(', ')}${lost.length > 12 ? ' …' : ''}.`,
        'Something was cut off or drawn without text. This is a fault in Studypack.',
      );
  },
};

/** Gives the words of a text without punctuation and in small letters, since capitals may be a matter of style. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Gives the words of tagged text in reading order, so that words divided between lines and pages are whole; then the
 * rest.
 */
function printedWords({ pdf }: PreflightFile, lineEnd: string): string[] {
  const rest = pdf.pages.map((page) =>
    joinTexts(textsOn(page).filter(({ structureRef }) => !structureRef || !('mcid' in structureRef))),
  );
  return [...passagesOf(pdf, lineEnd).map(({ text }) => text), ...rest].flatMap(wordsIn);
}
