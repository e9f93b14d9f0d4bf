import type { DefaultTreeAdapterTypes } from 'parse5';
import type { TextPieces } from '../study-notes/text-piece.ts';
import { attributeOf, elementsNamed, wordsIn } from './page-tree.ts';

/** What a page says about itself: its title, its author and its language. */
export function pageAbout(document: DefaultTreeAdapterTypes.Document): TextPieces['about'] {
  const meta = (name: string) => {
    const found = elementsNamed(document, 'meta').find((element) =>
      [attributeOf(element, 'name'), attributeOf(element, 'property')].some(
        (one) => one.toLowerCase() === name,
      ),
    );
    return found && tidy(attributeOf(found, 'content'));
  };
  const [titleElement] = elementsNamed(document, 'title');
  const title = (titleElement && tidy(wordsIn(titleElement))) || meta('og:title');
  const author = meta('author') || meta('article:author');
  const lang = languageOf(attributeOf(elementsNamed(document, 'html')[0]!, 'lang'));
  return {
    ...(title && { title }),
    // Some pages give the address of the author’s page.
    ...(author && !/^https?:/.test(author) && author.length < 100 && { author }),
    ...(lang !== undefined && { lang }),
  };
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A language as packs write it: `en-GB`. */
function languageOf(tag: string): string | undefined {
  const [, language, country] = /^([a-z]{2})(?:[-_]([a-z]{2}))?(?:[-_]|$)/i.exec(tag) ?? [];
  if (language === undefined) return undefined;
  return country === undefined
    ? language.toLowerCase()
    : `${language.toLowerCase()}-${country.toUpperCase()}`;
}
