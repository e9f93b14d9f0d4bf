import { fileURLToPath } from 'node:url';
import { LEADING, MARGIN_BOTTOM, MARGIN_TOP, MEASURE, PARAGRAPH_GAP, SIZE } from './settings.mjs';

/** The same document for Typst, in the same type, with the same furniture at the foot. */
export function toTypst({ title, blocks }) {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `== ${block.text}\n`;
    if (block.kind === 'list') return `${block.items.map((item) => `- ${item}`).join('\n')}\n`;
    return `${block.text.replace(/\*(.+?)\*/g, '#emph[$1]')}\n`;
  });
  return `${head(title)}\n= ${title}\n\n${body.join('\n')}`;
}

/** Lines are one em high, so that what is left of the leading goes between them. */
const head = (title) => `#set document(title: "${title}")
#set page(
  paper: "a4",
  margin: (x: (210mm - ${MEASURE}mm) / 2, top: ${MARGIN_TOP}mm, bottom: ${MARGIN_BOTTOM}mm),
  footer: context text(font: "Source Sans 3", size: 8pt)[${title} #h(1fr) #counter(page).display()],
)
#set text(font: "Source Serif 4", size: ${SIZE}pt, lang: "en", region: "gb", top-edge: 0.8em, bottom-edge: -0.2em)
#set text(hyphenate: true)
#set par(justify: true, leading: ${LEADING - SIZE}pt, spacing: ${LEADING - SIZE + PARAGRAPH_GAP}pt)
#set list(spacing: ${LEADING - SIZE}pt)
#show heading: set text(font: "Source Sans 3", weight: 600, hyphenate: false)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 13pt)
#show heading: set block(above: 13pt, below: 9pt)
`;

/** The program that prints what `toTypst` gives. */
export const TYPST_PRINT = fileURLToPath(new URL('typst-print.mjs', import.meta.url));
