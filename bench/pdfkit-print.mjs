import { createWriteStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { LEADING, MARGIN_BOTTOM, MARGIN_TOP, MEASURE, PARAGRAPH_GAP, SIZE } from './settings.mjs';

// Prints documents as PDFKit's guide shows it, untagged and ragged: node pdfkit-print.mjs FONTS KIND IN.json OUT.pdf
const [fonts, kind, from, to] = process.argv.slice(2);
const mm = 72 / 25.4;
const data = JSON.parse(readFileSync(from, 'utf8'));
const side = ((210 - MEASURE) / 2) * mm;
const margins = { left: side, right: side, top: MARGIN_TOP * mm, bottom: MARGIN_BOTTOM * mm };
const document = new PDFDocument({ size: 'A4', margins, autoFirstPage: kind !== 'cards' });
document.pipe(createWriteStream(to));
for (const [name, file] of [
  ['text', 'SourceSerif4_400Regular.ttf'],
  ['head', 'SourceSans3_600SemiBold.ttf'],
  ['small', 'SourceSans3_400Regular.ttf'],
])
  document.registerFont(name, join(fonts, basename(file)));
document.font('text').fontSize(SIZE);
const lineGap = LEADING - document.currentLineHeight();

const heading = (text, size) => {
  document.moveDown(0.7).font('head').fontSize(size).text(text);
  document.moveDown(0.4).font('text').fontSize(SIZE);
};

const PRINT = {
  text({ title, blocks }) {
    heading(title, 22);
    for (const block of blocks) {
      if (block.kind === 'heading') heading(block.text, 13);
      else if (block.kind === 'list') document.list(block.items, { lineGap });
      else
        document.text(block.text.replaceAll('*', ''), {
          lineGap,
          paragraphGap: PARAGRAPH_GAP,
          align: 'justify',
        });
    }
  },
  cards(cards) {
    const [width, height] = [105 * mm, 74 * mm];
    cards.forEach(({ front, back }, index) => {
      if (index % 8 === 0) document.addPage({ size: 'A4', margin: 0 });
      const [x, y] = [(index % 2) * width, Math.floor((index % 8) / 2) * height];
      document.rect(x, y, width, height).stroke();
      document
        .font('head')
        .fontSize(14)
        .text(front, x + 20, y + 24, { width: width - 40, height: 40 });
      document
        .font('text')
        .fontSize(SIZE)
        .text(back, x + 20, y + 64, { width: width - 40, height: height - 80 });
    });
  },
  exam({ questions, copies }) {
    for (const [index, name] of copies.entries()) {
      if (index > 0) document.addPage();
      document.font('head').fontSize(22).text('Paper 1');
      document.font('text').fontSize(SIZE).text(name);
      questions.forEach(({ stem, options, lines, marks }, at) => {
        document.moveDown().text(`${at + 1}. ${stem}`, { lineGap });
        for (const option of options ?? []) document.text(`   □ ${option}`, { lineGap });
        for (let line = 0; line < (lines ?? 0); line++) document.text('_'.repeat(60), { lineGap: 12 });
        document.text(`[${marks} marks]`, { align: 'right' });
      });
    }
  },
};

PRINT[kind](data);
document.end();
