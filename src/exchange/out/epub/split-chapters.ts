import type { Block } from '../../../blocks/block.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { sourceTexts } from '../../../blocks/source-texts.ts';

/** A chapter of a book: a file of its own. */
interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A chapter with more letters than this is divided at its headings of level 2: old readers are slow with long files. */
const LONGEST = 60_000;

/** Divides a document at its headings of level 1, and long chapters at those of level 2. */
export function splitChapters(blocks: readonly Block[]): Chapter[] {
  const whole = splitAt(blocks, 1);
  const parts = whole.flatMap((chapter) => (lettersIn(chapter) > LONGEST ? splitAt(chapter, 2) : [chapter]));
  return parts
    .filter((chapter) => chapter.some(({ kind }) => kind !== 'page-break' && kind !== 'space'))
    .map((chapter, index) => ({
      name: `chapter${index + 1}.xhtml`,
      title: titleOf(chapter),
      // A chapter begins a page as it is.
      blocks: chapter.filter(({ kind }) => kind !== 'page-break'),
    }));
}

const splitAt = (blocks: readonly Block[], level: number): Block[][] => {
  const chapters: Block[][] = [[]];
  for (const block of blocks) {
    const last = chapters.at(-1)!;
    const begins =
      block.kind === 'heading' && block.level === level && last.some((one) => one.kind === 'heading');
    if (begins) chapters.push([block]);
    else last.push(block);
  }
  return chapters;
};

const lettersIn = (blocks: readonly Block[]): number =>
  sourceTexts(blocks).reduce((sum, text) => sum + text.length, 0);

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? plainText(heading.text).trim() : '';
}
