import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument, toMarkdown } from './documents.mjs';
import { LENGTHS } from './settings.mjs';
import { TYPST_PRINT, toTypst } from './typst-source.mjs';

/** One Markdown file to one PDF, the process started anew each time: what a person waits for. */
export function printBench({ main, fonts, sentences, folder }) {
  return LENGTHS.map(({ pages, words, rounds }) => {
    const document = makeDocument(sentences, words, pages);
    const path = (ending) => join(folder, `${pages}${ending}`);
    writeFileSync(
      path('.md'),
      `---\nlang: en-GB\n---\n\n# ${document.title}\n\n${toMarkdown(document, '##')}`,
    );
    writeFileSync(path('.typ'), toTypst(document));
    return {
      name: `${pages} ${pages === 1 ? 'page' : 'pages'}`,
      rounds,
      ours: [main, 'print', path('.md'), '-o', path('-ours.pdf'), '--style', 'bench'],
      typst: [TYPST_PRINT, fonts, path('.typ'), path('-typst.pdf')],
      pdfs: [path('-ours.pdf'), path('-typst.pdf')],
    };
  });
}
