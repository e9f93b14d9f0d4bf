import { SaxesParser } from 'saxes';
import { dramaReader } from './drama-reader.ts';
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
/** Elements that begin and end a speech of a play, if they begin or end. */
const ENDING_SPEECH = new Set('tr section article h1 h2 h3 h4 h5 h6'.split(' '));
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
  const drama = dramaReader();
  const push = (written: string, voice = drama.voice()) => {
    const tidy = written.replace(/\s+/g, ' ').trim();
    if (tidy === '') return;
    blocks.push({
      text: tidy,
      ...(heading !== undefined && { heading }),
      ...(voice !== undefined && heading === undefined && { voice }),
    });
  };
  const close = () => {
    push(text);
    text = '';
  };
  const pushDirections = () => {
    close();
    for (const direction of drama.directions()) push(direction, '');
  };
  /** Directions within a line come after the speech, so that its words stay together. */
  const endSpeech = () => {
    pushDirections();
    drama.end();
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
    if (ENDING_SPEECH.has(name)) endSpeech();
    const role = drama.open(given['epub:type'] ?? '', depth, text.trim() === '');
    if (role === 'persona') {
      endSpeech();
      drama.name(depth);
    }
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
    if (drama.isName(depth + 1)) {
      push(text, '');
      drama.speak(text);
      text = '';
    }
    if (drama.close(depth + 1) && (BLOCK_ELEMENTS.has(name) || drama.voice() === undefined)) pushDirections();
    if (ENDING_SPEECH.has(name)) endSpeech();
    if (BLOCK_ELEMENTS.has(name) && name !== 'br') close();
    if (/^h[1-6]$/.test(name)) heading = undefined;
  });
  const add = (words: string) => {
    if (skippedDepth === 0 && !drama.direct(words)) text += words;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xhtml).close();
  endSpeech();
  return { blocks, ids };
}
