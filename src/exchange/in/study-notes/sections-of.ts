import type { Piece } from './piece.ts';

export type Heading = Extract<Piece, { kind: 'heading' }>;

/** A part of a text below a heading. */
export interface Section {
  /** Undefined for what comes before the first heading. */
  readonly heading: Heading | undefined;
  /** What is below it before the next heading. */
  readonly pieces: Piece[];
  readonly sections: Section[];
}

/** Arranges a text by its headings: each belongs to the last one above it of a higher level. */
export function sectionsOf(pieces: readonly Piece[]): Section {
  const root: Section = { heading: undefined, pieces: [], sections: [] };
  const open: Section[] = [root];
  for (const piece of pieces) {
    if (piece.kind !== 'heading') {
      open.at(-1)!.pieces.push(piece);
      continue;
    }
    while (open.length > 1 && open.at(-1)!.heading!.level >= piece.level) open.pop();
    const section: Section = { heading: piece, pieces: [], sections: [] };
    open.at(-1)!.sections.push(section);
    open.push(section);
  }
  return root;
}

/** A section and all that are in it as one text: headings in it are one level deeper each, from `###` on. */
export function flattened({ pieces, sections }: Section, depth = 3): string {
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
export function flatWithoutHeadings({ pieces, sections }: Section): string {
  return [
    ...pieces.map(markdownOf),
    ...sections.flatMap((section) => [boldLine(section.heading!), flatWithoutHeadings(section)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const boldLine = ({ markdown }: Heading) => (/[*]/.test(markdown) ? markdown : `**${markdown}**`);

export const markdownOf = ({ kind, markdown }: Piece): string =>
  kind === 'quote' ? markdown.replace(/^/gm, '> ').replace(/^> $/gm, '>') : markdown;

/** All words in a section. */
export const wordCount = ({ pieces, sections }: Section): number =>
  pieces.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) +
  sections.reduce((sum, section) => sum + wordCount(section), 0);
