import { addedPhrase } from '../added-phrases.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { onePlainLine, plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { holdsGap, type Question } from './question.ts';

/** A picture in a line. */
const PICTURE = /!\[[^\]]*\]\([^)]*\)/g;

/** What pupils read above statements, and above a text with gaps that says nothing else of what to do. */
const TRUE_OR_FALSE = addedPhrase('import-true-or-false');
const FILL_IN = addedPhrase('import-fill-gaps');
const NO_WORDS = addedPhrase('import-look');

/** Divides the text of a question into its heading, which is the question, and what is printed below it. */
export function splitStem({ stem, ask, title = '' }: Question): { heading: string; below: TextBlock[] } {
  const name = plainMarkdown(title);
  if (ask.kind === 'true-false') return { heading: TRUE_OR_FALSE, below: [...stem] };
  if (ask.kind === 'cloze') {
    const [first, ...rest] = stem;
    const isTask = first?.kind === 'paragraph' && rest.length > 0 && !holdsGap(first.markdown);
    return isTask ? withoutPictures(first, rest) : { heading: name || FILL_IN, below: [...stem] };
  }
  const at = stem.findIndex(({ kind }) => kind === 'paragraph');
  const isBelowPictures = at >= 0 && stem.slice(0, at).every(({ kind }) => kind === 'picture');
  if (isBelowPictures) return withoutPictures(stem[at]!, [...stem.slice(0, at), ...stem.slice(at + 1)]);
  return { heading: name || NO_WORDS, below: [...stem] };
}

/** A heading is words alone: its pictures come below it. */
function withoutPictures(
  first: TextBlock,
  rest: readonly TextBlock[],
): { heading: string; below: TextBlock[] } {
  const pictures = first.markdown.match(PICTURE) ?? [];
  const words = blocksInLine([{ ...first, markdown: onePlainLine(first.markdown.replace(PICTURE, ' ')) }]);
  const below = [...pictures.map((markdown): TextBlock => ({ kind: 'picture', markdown })), ...rest];
  return { heading: words.replace(/^(?:<br>\s*)+|(?<!\s)(?:\s*<br>)+$/g, '') || NO_WORDS, below };
}
