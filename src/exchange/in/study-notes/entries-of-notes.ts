import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { Loss } from '../../losses/loss.ts';
import { addedPhrase } from '../added-phrases.ts';
import type { Imported } from '../imported.ts';
import { EntryWriter } from './entry-writer.ts';
import { inferHeadings } from './infer-headings.ts';
import { flattened, sectionsOf } from './sections-of.ts';
import { takeTitle } from './take-title.ts';
import type { TextPieces } from './text-piece.ts';

/** Makes entries of a text in pieces. Everything in it is in one of them, in what is said about it as a whole, or is a loss. */
export function entriesOfNotes(source: TextPieces, path: string): Imported {
  const { about, pieces, losses } = takeTitle(source.about, inferHeadings(source.pieces));
  const root = sectionsOf(pieces);
  const writer = new EntryWriter();
  const top = { ...root, sections: [] };
  // A text without headings is a single entry, and has no introduction.
  const isPlain = root.sections.length === 0 && root.pieces.length > 0;
  const title = {
    kind: 'heading',
    level: 1,
    text: about.title ?? addedPhrase('import-notes'),
    markdown: '',
  } as const;
  const writeTop = () => writer.addText({ ...title, at: root.pieces[0]!.at }, top);
  if (isPlain) writeTop();
  let intro = isPlain ? '' : flattened(writer.quotations.takeFrom(top));
  for (const section of root.sections) writer.addSection(section);
  const { quotations } = writer;
  const isEmpty = writer.entries.length + quotations.entries.length === 0;
  // Where the headings have nothing below them, the introduction is the text.
  if (isEmpty && intro !== '') {
    writeTop();
    intro = '';
  }
  const untold: Loss[] =
    writer.entries.length + quotations.entries.length === 0 && about.title !== undefined
      ? [{ what: 'a title without a text', text: about.title, at: wholeFile(path) }]
      : [];
  return {
    about: { ...about, ...(intro !== '' && { intro }) },
    entries: [...writer.entries, ...quotations.entries],
    pictures: source.pictures,
    losses: [...source.losses, ...losses, ...writer.losses, ...quotations.losses, ...untold].sort(
      (a, b) => a.at.line - b.at.line || a.at.column - b.at.column,
    ),
  };
}
