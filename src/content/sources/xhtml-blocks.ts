import { SaxesParser } from 'saxes';
import { htmlEntities } from './html-entities.ts';
import type { SourceBlock } from './source-text.ts';

/** The paragraphs of a page of an EPUB, and for each `id` the index of the block it comes before. */
export interface XhtmlPage {
  readonly blocks: readonly SourceBlock[];
  readonly ids: ReadonlyMap<string, number>;
}

const BLOCK_ELEMENTS = new Set(
  'p div section article header footer aside blockquote li ul ol dl dt dd table tr td th figure figcaption hr br body h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const SKIPPED_ELEMENTS = new Set(['head', 'script', 'style', 'rt', 'svg', 'math']);
/** Elements nested deeper than this are not read. */
const DEEPEST_NESTING = 400;

/** Reads a page of XHTML as paragraphs and headings. Faults in it are ignored, as e-book readers do. */
export function xhtmlBlocks(xhtml: string): XhtmlPage {
  const parser = new SaxesParser({ xmlns: false, position: false });
  Object.assign(parser.ENTITIES, htmlEntities(xhtml));
  const blocks: SourceBlock[] = [];
  const ids = new Map<string, number>();
  let text = '';
  let heading: number | undefined;
  let depth = 0;
  let skippedDepth = 0;
  const close = () => {
    const tidy = text.replace(/\s+/g, ' ').trim();
    if (tidy !== '') blocks.push({ text: tidy, ...(heading !== undefined && { heading }) });
    text = '';
  };
  // Without a handler the parser would throw at the first fault.
  parser.on('error', () => {});
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = full.replace(/^.*:/, '').toLowerCase();
    depth++;
    const given = attributes as Record<string, string>;
    if (
      skippedDepth > 0 ||
      SKIPPED_ELEMENTS.has(name) ||
      given['epub:type'] === 'noteref' ||
      depth > DEEPEST_NESTING
    )
      skippedDepth++;
    if (skippedDepth > 0) return;
    // A line break within a heading only separates its lines.
    if (name === 'br' && heading !== undefined) text += ' ';
    else if (BLOCK_ELEMENTS.has(name)) close();
    if (given['id'] !== undefined) ids.set(given['id'], blocks.length);
    if (/^h[1-6]$/.test(name)) heading = Number(name[1]);
  });
  parser.on('closetag', ({ name: full }) => {
    const name = full.replace(/^.*:/, '').toLowerCase();
    depth--;
    if (skippedDepth > 0) {
      skippedDepth--;
      return;
    }
    if (BLOCK_ELEMENTS.has(name) && name !== 'br') close();
    if (/^h[1-6]$/.test(name)) heading = undefined;
  });
  const add = (words: string) => {
    if (skippedDepth === 0) text += words;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xhtml).close();
  close();
  return { blocks, ids };
}
