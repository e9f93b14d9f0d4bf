import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument, toMarkdown } from './documents.mjs';
import { MEASURE } from './settings.mjs';
import { TYPST_PRINT, toTypst } from './typst-source.mjs';

const BATCHES = [
  { documents: 30, words: 400, rounds: 7 },
  { documents: 8, words: 11500, rounds: 5 },
];

/**
 * Several documents in one process, so that what is warm pays: a pack with an entry for each and a product that makes a
 * file of each, beside one compiler of Typst that is asked for one after the other.
 */
export function batchBench({ main, style, fonts, sentences, folder }) {
  return BATCHES.map(({ documents, words, rounds }) => {
    const at = join(folder, `batch-${documents}`);
    const pack = join(at, 'content/bench');
    for (const inner of ['themes', 'templates', 'styles']) mkdirSync(join(pack, inner), { recursive: true });
    writeFileSync(join(pack, 'pack.md'), PACK);
    writeFileSync(join(pack, 'templates/sheet.md.hbs'), SHEET);
    writeFileSync(join(pack, 'styles/bench.yaml'), style);
    const files = Array.from({ length: documents }, (_, index) => {
      const id = `sheet-${index + 1}`;
      const document = makeDocument(sentences, words, 1000 + index);
      const front = `---\nname: ${document.title}\nclaim: ${document.title}\n---\n`;
      writeFileSync(join(pack, `themes/${id}.md`), `${front}\n${toMarkdown(document, '###')}`);
      writeFileSync(join(at, `${id}.typ`), toTypst(document));
      return { typst: [join(at, `${id}.typ`), join(at, `${id}.pdf`)], ours: `output/bench/sheet/${id}.pdf` };
    });
    return {
      name: `${documents} files in one process`,
      rounds,
      cwd: at,
      ours: {
        args: [main, 'build', '--product', 'sheet', '--force', '--out', 'output'],
        pdf: join(at, files[0].ours),
      },
      typst: { args: [TYPST_PRINT, fonts, ...files.flatMap((file) => file.typst)], pdf: files[0].typst[1] },
    };
  });
}

const PACK = '---\ntitle: Bench\nlang: en-GB\ndate: 2026-01-05\n---\n\nDocuments to be timed.\n';

const SHEET = `---
title: Sheet
description: One document of the bench.
repeat: [themes]
style: bench
measure: ${MEASURE}
---
# {{text entry.name}}

## {{text entry.claim}}

{{markdown entry.body}}
`;
