import { mm } from '../../pages/length.ts';
import type { Box } from '../../pages/page.ts';
import { escapeHtml } from './escape-html.ts';
import type { ProofPage, ProofPicture } from './proof-file.ts';

/** How much most printers leave white along the edge of a sheet. */
const SAFE = mm(5);

/** The names of a figure: its anchor, the label below it, and the document that it is a page of. */
interface FigureName {
  readonly id: string;
  readonly label: string;
  readonly of: string;
}

/**
 * Gives a page as HTML: its picture, and over it the safe area, the cut and the findings, numbered as in the list
 * below.
 */
export function pageFigure(page: ProofPage, { id, label, of }: FigureName): string {
  const { width, height, picture, trim, findings } = page;
  const found = findings.map(({ message }) => `<li>${escapeHtml(message)}</li>`);
  const drawing = `<svg viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escapeHtml(`${of}, page ${label}`)}">
<image href="${dataUrl(picture)}" width="${round(width)}" height="${round(height)}"/>
${rectangle(inset({ x: 0, y: 0, width, height }, SAFE), 'stroke="#0a6" stroke-width=".8" stroke-dasharray="1 3"')}
${isWhole(trim, page) ? '' : rectangle(trim, 'stroke="#06c" stroke-width=".5"')}
${findings.map(({ box }, index) => (box ? findingFrame(box, index + 1) : '')).join('')}
</svg>`;
  const classes = width > height ? ' class="wide"' : '';
  const list = found.length > 0 ? `<ol class="found">${found.join('')}</ol>` : '';
  return `<figure id="${id}"${classes}><a href="#${id}">${drawing}</a><figcaption>${escapeHtml(label)} <a class="close" href="#${id.split('p')[0]}">Back</a>${list}</figcaption></figure>`;
}

const dataUrl = ({ bytes }: ProofPicture) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

const round = (points: number) => Math.round(points * 100) / 100;

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

/** Whether a page is cut at its own edges, so that a line would be useless. */
const isWhole = (trim: Box, { width, height }: ProofPage) =>
  Math.abs(trim.width - width) < 0.1 && Math.abs(trim.height - height) < 0.1;

const rectangle = ({ x, y, width, height }: Box, look: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" ${look}/>`;

/** Gives a frame around a finding, a little larger than it, with its number. */
function findingFrame(box: Box, number: number): string {
  const frame = inset(box, -3);
  return `${rectangle(frame, 'stroke="#d00" stroke-width="1.5"')}<text x="${round(frame.x)}" y="${round(frame.y - 2)}" font-size="11" font-family="sans-serif" font-weight="bold" fill="#d00">${number}</text>`;
}
