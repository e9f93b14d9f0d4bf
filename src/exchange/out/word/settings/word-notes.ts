import type { Paragraph } from 'docx';

/** The footnotes of a Word document, by the numbers that their references have. */
export interface WordNotes {
  /** Adds a note. @returns its number */
  add(paragraphs: () => readonly Paragraph[]): number;
  /** All notes, as the library takes them. */
  all(): Record<string, { readonly children: readonly Paragraph[] }>;
}

/** Word numbers notes itself, in order, so that a teacher may add one between two others. */
export function createWordNotes(): WordNotes {
  const notes: { readonly children: readonly Paragraph[] }[] = [];
  return {
    add(paragraphs) {
      const index = notes.push({ children: [] });
      notes[index - 1] = { children: paragraphs() };
      return index;
    },
    all: () => Object.fromEntries(notes.map((note, index) => [String(index + 1), note])),
  };
}
