import type { MarkdownIt } from 'markdown-it';
import highlights from 'markdown-it-mark';
import { abbreviations } from './abbreviations.ts';
import { answerLines } from './answer-lines.ts';
import { attributes } from './attributes.ts';
import { blockIds } from './block-ids.ts';
import { admonitions } from './boxes/admonitions.ts';
import { commandBoxes } from './boxes/command-boxes.ts';
import { directives } from './boxes/directives.ts';
import { fencedDivs } from './boxes/fenced-divs.ts';
import { quoteFences } from './boxes/quote-fences.ts';
import { contentsList } from './contents-list.ts';
import { edits } from './edits.ts';
import { emojiNames } from './emoji-names.ts';
import { keptLines } from './kept-lines.ts';
import { lineBlocks } from './line-blocks.ts';
import { numberedExamples } from './numbered-examples.ts';
import { pageBreaks } from './page-breaks.ts';
import { quizLines } from './quiz-lines.ts';
import { scripts } from './scripts.ts';
import { siteCommands } from './site-commands.ts';
import { sizedPictures } from './sized-pictures.ts';
import { slides } from './slides.ts';
import { gridTables } from './tables/grid-tables.ts';
import { simpleTables } from './tables/simple-tables.ts';
import { tableCaptions } from './tables/table-captions.ts';
import { tightHeadings } from './tight-headings.ts';
import { typedMathematics } from './typed-mathematics.ts';
import { wikilinks } from './wikilinks.ts';

/** What the Markdown of other programs has besides CommonMark’s and GitHub’s: each is a rule in a file of its own. */
const DIALECTS: readonly ((markdown: MarkdownIt) => void)[] = [
  abbreviations,
  attributes,
  siteCommands,
  numberedExamples,
  tightHeadings,
  sizedPictures,
  wikilinks,
  contentsList,
  pageBreaks,
  typedMathematics,
  gridTables,
  simpleTables,
  tableCaptions,
  fencedDivs,
  directives,
  admonitions,
  commandBoxes,
  slides,
  quizLines,
  quoteFences,
  lineBlocks,
  answerLines,
  highlights,
  scripts,
  edits,
  emojiNames,
  blockIds,
  keptLines,
];

/** Teaches markdown-it the Markdown of Obsidian, Pandoc, Quarto, kramdown, MkDocs and others. */
export function dialects(markdown: MarkdownIt): void {
  for (const dialect of DIALECTS) dialect(markdown);
}
