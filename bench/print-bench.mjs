import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument, toMarkdown } from './documents.mjs';
import { LENGTHS, PDFKIT_PRINT } from './settings.mjs';
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
    writeFileSync(path('.json'), JSON.stringify(document));
    return {
      name: `${pages} ${pages === 1 ? 'page' : 'pages'}`,
      rounds,
      ours: {
        args: [main, 'print', path('.md'), '-o', path('-ours.pdf'), '--style', 'bench'],
        pdf: path('-ours.pdf'),
      },
      typst: { args: [TYPST_PRINT, fonts, path('.typ'), path('-typst.pdf')], pdf: path('-typst.pdf') },
      pdfkit: {
        args: [PDFKIT_PRINT, fonts, 'text', path('.json'), path('-pdfkit.pdf')],
        pdf: path('-pdfkit.pdf'),
      },
    };
  });
}
