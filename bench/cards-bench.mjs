import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFKIT_PRINT } from './settings.mjs';
import { TYPST_PRINT } from './typst-source.mjs';

const CARDS = 200;

/** 200 words with their meanings as cards, eight to a sheet. Ours are printed on both sides, the others on one. */
export function cardsBench({ main, fonts, sentences, folder }) {
  const at = join(folder, 'cards');
  const pack = join(at, 'content/cards');
  mkdirSync(pack, { recursive: true });
  const cards = Array.from({ length: CARDS }, (_, index) => ({
    front: `${sentences[index].split(' ')[0].replace(/[^\p{L}]/gu, '')} ${index + 1}`,
    back: sentences[index + 1],
  }));
  writeFileSync(join(pack, 'pack.md'), '---\ntitle: Cards\nlang: en-GB\ndate: 2026-01-05\n---\n\nWords.\n');
  const entries = cards.map(({ front, back }) => `## ${front}\n\n${back}\n`);
  writeFileSync(join(pack, 'vocabulary.md'), entries.join('\n'));
  writeFileSync(join(at, 'cards.json'), JSON.stringify(cards));
  const cells = cards.map(
    ({ front, back }) =>
      `rect(width: 105mm, height: 74mm, inset: 7mm)[#text(14pt, weight: 600)[${front}] \\ ${back}]`,
  );
  writeFileSync(
    join(at, 'cards.typ'),
    `#set document(title: "Cards")\n#set page(paper: "a4", margin: 0mm)\n#set text(font: "Source Serif 4", size: 11pt, lang: "en")\n#grid(columns: 2, ${cells.join(', ')})\n`,
  );
  return {
    name: `${CARDS} cards`,
    rounds: 9,
    cwd: at,
    ours: {
      args: [main, 'build', '--product', 'vocabulary-cards', '--force', '--out', 'output'],
      pdf: join(at, 'output/cards/vocabulary-cards.pdf'),
    },
    typst: {
      args: [TYPST_PRINT, fonts, join(at, 'cards.typ'), join(at, 'typst.pdf')],
      pdf: join(at, 'typst.pdf'),
    },
    pdfkit: {
      args: [PDFKIT_PRINT, fonts, 'cards', join(at, 'cards.json'), join(at, 'pdfkit.pdf')],
      pdf: join(at, 'pdfkit.pdf'),
    },
  };
}
