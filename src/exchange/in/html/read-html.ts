import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { sourceStem } from '../source-stem.ts';
import { entriesOfNotes } from '../study-notes/entries-of-notes.ts';
import type { TextPieces } from '../study-notes/text-piece.ts';
import { findArticle } from './find-article.ts';
import { pageAbout } from './page-about.ts';
import { PageReader } from './page-reader.ts';
import { type HeldPicture, PageReading } from './page-reading.ts';
import { parsePage, wordsIn } from './page-tree.ts';

/** Reads a web page, or a part of one. @param held pictures that are with it, by the addresses it gives them */
export function readHtml(
  { path, text }: Pick<ImportSource, 'path' | 'text'>,
  held?: ReadonlyMap<string, HeldPicture>,
): Imported {
  const document = parsePage(withOneEscape(text));
  const context = new PageReading(path, sourceStem(path), held);
  const { root, outside } = findArticle(document);
  for (const { what, node } of outside) context.lose(what, node);
  const reader = new PageReader(context, wordsIn(root).split(' ').length);
  const pieces: TextPieces = {
    about: pageAbout(document),
    pieces: reader.read(root.childNodes),
    pictures: context.pictures,
    losses: [],
  };
  return entriesOfNotes({ ...pieces, losses: context.allLosses() }, path);
}

/** Some pages are escaped twice, so that `&amp;rsquo;` shows as `&rsquo;`. Signs of HTML itself stay as they are. */
const withOneEscape = (html: string): string =>
  html.replace(
    /&amp;(?=(?:[lr][sd]quo|[nm]dash|hellip|nbsp|amp|quot|apos|[a-zA-Z](?:acute|grave|uml|circ|tilde|cedil)|#8\d{3}|#39|#160);)/g,
    '&',
  );
