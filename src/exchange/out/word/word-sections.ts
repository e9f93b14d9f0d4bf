import type { ISectionOptions } from 'docx';
import { bindingZone } from '../../../layout/style/binding-zone.ts';
import { mm } from '../../../pages/length.ts';
import type { ProductOut } from '../product-out.ts';
import { settleParts, type WordPart, type WordTurn } from './blocks/word-part.ts';
import { twips } from './settings/twips.ts';
import type { wordFurniture } from './word-furniture.ts';

/** The margins of pages, and the room for text, in points. */
interface WordPage {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The room between columns, in points. */
const COLUMN_GAP = mm(6);
/** The distance of head and foot from the edge, as a share of the margin. */
const EDGE = 0.5;
/** The room that a head or foot needs, in points. */
const FURNITURE = 30;

/** The pages of a document in Word: the paper and margins of print, without a margin column. */
export function wordPage({ paper, page, style }: ProductOut): WordPage {
  const margin = (side: 'inner' | 'outer' | 'top' | 'bottom') => mm(page.margin ?? style[`margin-${side}`]);
  const isOne = style.columns === 'one';
  const side =
    page.measure === undefined || isOne
      ? undefined
      : Math.max(margin('outer'), (paper.width - mm(page.measure)) / 2);
  const left = side ?? Math.max(margin('inner'), mm(bindingZone(style).width));
  const right = side ?? (page['two-sided'] ? left : margin('outer'));
  const least = page.furniture ? FURNITURE : 0;
  const top = Math.max(margin('top'), page['head-left'] || page['head-right'] ? least : 0);
  const bottom = Math.max(margin('bottom'), least);
  return { left, right, top, bottom, width: paper.width - left - right, height: paper.height - top - bottom };
}

/** How some parts are set. */
interface Setting {
  readonly columns: number;
  readonly lines?: { readonly every: number; readonly first: number };
}

/** Divides parts into sections, each with its columns. */
export function wordSections(
  parts: readonly WordPart[],
  document: ProductOut,
  furniture: ReturnType<typeof wordFurniture>,
): ISectionOptions[] {
  const usual = columnsOf(document);
  const runs: { setting: Setting; type: SectionStart; parts: WordPart[] }[] = [
    { setting: { columns: usual }, type: 'nextPage', parts: [] },
  ];
  let page = usual;
  const begin = (setting: Setting, type: SectionStart) => {
    const last = runs.at(-1)!;
    // A section that holds nothing would be an empty page, or an empty line.
    if (last.parts.length === 0)
      runs.splice(-1, 1, {
        setting,
        type: runs.length === 1 ? 'nextPage' : strongest(last.type, type),
        parts: [],
      });
    else runs.push({ setting, type, parts: [] });
  };
  for (const part of parts) {
    if (part.kind !== 'turn') runs.at(-1)!.parts.push(part);
    else page = turn(part, page, document, usual, begin);
  }
  const filled = runs.filter((run, index) => run.parts.length > 0 || index === 0);
  const hasLines = filled.some(({ setting }) => setting.lines);
  return filled.map((run, index) => sectionOf(run, { isFirst: index === 0, hasLines }, document, furniture));
}

type SectionStart = 'nextPage' | 'oddPage' | 'continuous';

const strongest = (one: SectionStart, other: SectionStart): SectionStart =>
  one === 'continuous' ? other : other === 'oddPage' ? other : one;

/** Begins what a turn asks for. @returns the columns of the page from now on */
function turn(
  { to }: WordTurn,
  page: number,
  document: ProductOut,
  usual: number,
  begin: (setting: Setting, type: SectionStart) => void,
): number {
  switch (to.kind) {
    case 'page': {
      const columns = document.style.columns === 'one' ? 1 : (to.columns ?? usual);
      begin({ columns }, to.recto && document.page['two-sided'] ? 'oddPage' : 'nextPage');
      return columns;
    }
    case 'lines':
      begin({ columns: page, lines: to }, 'continuous');
      return page;
    case 'end':
      begin({ columns: page }, 'continuous');
      return page;
  }
}

/** The columns of a document. */
export const columnsOf = ({ page, style }: Pick<ProductOut, 'page' | 'style'>): number =>
  style.columns === 'one' ? 1 : page.columns;

function sectionOf(
  { setting, type, parts }: { setting: Setting; type: SectionStart; parts: readonly WordPart[] },
  { isFirst, hasLines }: { readonly isFirst: boolean; readonly hasLines: boolean },
  document: ProductOut,
  { header, footer }: ReturnType<typeof wordFurniture>,
): ISectionOptions {
  const { paper, page } = document;
  const { left, right, top, bottom } = wordPage(document);
  const { columns, lines } = setting;
  return {
    properties: {
      type,
      page: {
        // The library turns the paper itself.
        size: {
          width: twips(Math.min(paper.width, paper.height)),
          height: twips(Math.max(paper.width, paper.height)),
          orientation: paper.width > paper.height ? 'landscape' : 'portrait',
        },
        margin: {
          left: twips(left),
          right: twips(right),
          top: twips(top),
          bottom: twips(bottom),
          header: twips(top * EDGE),
          footer: twips(bottom * EDGE),
        },
      },
      ...(columns > 1 && { column: { count: columns, space: twips(COLUMN_GAP), equalWidth: true } }),
      ...(lines && {
        lineNumbers: { countBy: lines.every, start: lines.first - 1, restart: 'newSection' as const },
      }),
      ...(page.cover && isFirst && { titlePage: true }),
    },
    ...(header && { headers: { default: header } }),
    ...(footer && { footers: { default: footer } }),
    children: settleParts(parts, {
      atTop: isFirst || type !== 'continuous',
      unnumbered: hasLines && !lines,
    }),
  };
}
