import type { TextPiece } from './text-piece.ts';

/** A heading of a text. */
export type HeadingPiece = Extract<TextPiece, { kind: 'heading' }>;

/** A part of a text below a heading. */
export interface TextSection {
  /** Undefined for what comes before the first heading. */
  readonly heading: HeadingPiece | undefined;
  /** What is below it before the next heading. */
  readonly pieces: TextPiece[];
  readonly sections: TextSection[];
}

/** Arranges a text by its headings: each belongs to the last one above it of a higher level. */
export function sectionsOf(pieces: readonly TextPiece[]): TextSection {
  const root: TextSection = { heading: undefined, pieces: [], sections: [] };
  const open: TextSection[] = [root];
  for (const piece of pieces) {
    if (piece.kind !== 'heading') {
      open.at(-1)!.pieces.push(piece);
      continue;
    }
    while (open.length > 1 && open.at(-1)!.heading!.level >= piece.level) open.pop();
    const section: TextSection = { heading: piece, pieces: [], sections: [] };
    open.at(-1)!.sections.push(section);
    open.push(section);
  }
  return root;
}

/** A section and all that are in it as one text: headings in it are one level deeper each, from `###` on. */
export function flattened({ pieces, sections }: TextSection, depth = 3): string {
  return [
    ...pieces.map(markdownOf),
    ...sections.flatMap((section) => [
      `${'#'.repeat(Math.min(6, depth))} ${section.heading!.markdown}`,
      flattened(section, depth + 1),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same where no headings are allowed: they are bold lines. */
export function flatWithoutHeadings({ pieces, sections }: TextSection): string {
  return [
    ...pieces.map(markdownOf),
    ...sections.flatMap((section) => [boldLine(section.heading!), flatWithoutHeadings(section)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const boldLine = ({ markdown }: HeadingPiece) => (/[*]/.test(markdown) ? markdown : `**${markdown}**`);

/** A piece as Markdown. */
export const markdownOf = ({ kind, markdown }: TextPiece): string =>
  kind === 'quote' ? markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>') : markdown;

/** All words in a section. */
export const wordCount = ({ pieces, sections }: TextSection): number =>
  pieces.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) +
  sections.reduce((sum, section) => sum + wordCount(section), 0);
