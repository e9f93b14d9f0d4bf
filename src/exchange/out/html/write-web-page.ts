import { withMeaningsOnce } from '../../../blocks/with-meanings-once.ts';
import type { FileOut } from '../format-out.ts';
import type { ProductOut } from '../product-out.ts';
import { withCardsInBoxes } from '../products/cards-in-boxes.ts';
import { startLosses } from '../products/start-losses.ts';
import { asMarkup, tag } from './markup.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageStyle } from './page-style.ts';
import { createPageNotes, startPage } from './start-page.ts';

/** Writes a document as one file for the browser, with everything in it and nothing that runs. */
export function writeWebPage(given: ProductOut): FileOut {
  const document = withCardsInBoxes({ ...given, blocks: withMeaningsOnce(given.blocks) });
  const { losses, lose, loseOfAll } = startLosses(document);
  const notes = createPageNotes();
  const context = startPage(document, {
    sourceOf: ({ type, bytes }) =>
      `data:image/${type === 'svg' ? 'svg+xml' : type};base64,${Buffer.from(bytes).toString('base64')}`,
    addNote: notes.add,
    lose,
  });
  const { title, author, lang, style, blocks } = document;
  loseOfAll('pages: their heads and feet, columns and margins');
  const hasTitle = [...context.levels.values()].includes(1);
  const body = [
    ...(hasTitle ? [] : [tag('h1', {}, asMarkup(title))]),
    pageBlocks(blocks, context),
    notes.markup(),
  ].join('\n');
  const head = [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('title', {}, asMarkup(title)),
    ...(author ? [tag('meta', { name: 'author', content: author })] : []),
    tag('style', {}, pageStyle(style)),
  ].join('\n');
  const page = `<!DOCTYPE html>\n${tag('html', { lang }, `<head>\n${head}\n</head>\n<body>\n${tag('main', {}, body)}\n</body>`)}\n`;
  return { bytes: Buffer.from(page), losses };
}
