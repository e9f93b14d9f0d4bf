import { SaxesParser } from 'saxes';
import { dramaReader } from './drama-reader.ts';
import { htmlEntities } from './html-entities.ts';
import type { SourceRoom } from './source-room.ts';
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

/** How much of a page is read before its room is looked at again, in characters. */
const PIECE = 64 * 1024;

/**
 * Reads a page of XHTML as paragraphs and headings. Faults in it are ignored, as e-book readers do.
 * @param room is told what was read. When it is over its limit the rest is left
 */
export function xhtmlBlocks(xhtml: string, room: SourceRoom): XhtmlPage {
  const parser = new SaxesParser({ xmlns: false, position: false });
  Object.assign(parser.ENTITIES, htmlEntities(xhtml));
  const ids = new Map<string, number>();
  const drama = dramaReader();
  const writer = createBlockWriter(drama, room);
  let depth = 0;
  let skippedDepth = 0;
  // Without a handler the parser would throw at the first fault.
  parser.on('error', () => {});
  parser.on('attribute', () => room.attribute());
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = full.replace(/^.*:/, '').toLowerCase();
    depth++;
    room.nest(depth);
    const { id, 'epub:type': type = '' } = attributes as Record<string, string>;
    if (skippedDepth > 0 || SKIPPED_ELEMENTS.has(name) || type === 'noteref') skippedDepth++;
    if (skippedDepth > 0) return;
    // A line break within a heading only separates its lines.
    if (name === 'br' && writer.isHeading()) writer.add(' ');
    else if (BLOCK_ELEMENTS.has(name)) writer.close();
    if (ENDING_SPEECH.has(name)) writer.endSpeech();
    if (drama.open(type, depth, writer.isEmpty()) === 'persona') {
      writer.endSpeech();
      drama.name(depth);
    }
    if (id !== undefined) ids.set(id, writer.blocks.length);
    if (/^h[1-6]$/.test(name)) writer.beginHeading(Number(name[1]));
  });
  parser.on('closetag', ({ name: full }) => {
    const name = full.replace(/^.*:/, '').toLowerCase();
    depth--;
    if (skippedDepth > 0) {
      skippedDepth--;
      return;
    }
    if (drama.isName(depth + 1)) drama.speak(writer.closeAsNobodys());
    const ends = drama.close(depth + 1) && (BLOCK_ELEMENTS.has(name) || drama.voice() === undefined);
    if (ends) writer.pushDirections();
    if (ENDING_SPEECH.has(name)) writer.endSpeech();
    if (BLOCK_ELEMENTS.has(name) && name !== 'br') writer.close();
    if (/^h[1-6]$/.test(name)) writer.beginHeading(undefined);
  });
  const read = (words: string) => {
    if (skippedDepth === 0 && !drama.direct(words)) writer.add(words);
  };
  parser.on('text', read);
  parser.on('cdata', read);
  for (let at = 0; at < xhtml.length && room.over() === undefined; at += PIECE)
    parser.write(xhtml.slice(at, at + PIECE));
  if (room.over() === undefined) parser.close();
  writer.endSpeech();
  return { blocks: writer.blocks, ids };
}

/** Collects words until their block is closed. */
function createBlockWriter(drama: ReturnType<typeof dramaReader>, room: SourceRoom) {
  const blocks: SourceBlock[] = [];
  let text = '';
  let heading: number | undefined;
  const push = (written: string, voice = drama.voice()) => {
    const tidy = written.replace(/\s+/g, ' ').trim();
    if (tidy === '') return;
    room.take(tidy, heading !== undefined);
    blocks.push({
      text: tidy,
      ...(heading !== undefined && { heading }),
      ...(voice !== undefined && heading === undefined && { voice }),
    });
  };
  const taken = () => {
    const words = text;
    text = '';
    return words;
  };
  const close = () => push(taken());
  const pushDirections = () => {
    close();
    for (const direction of drama.directions()) push(direction, '');
  };
  return {
    blocks,
    isEmpty: () => text.trim() === '',
    isHeading: () => heading !== undefined,
    beginHeading(level: number | undefined) {
      heading = level;
    },
    add(words: string) {
      text += words;
    },
    close,
    /** Closes a block whose words nobody says: the name before a speech. @returns them */
    closeAsNobodys() {
      const words = taken();
      push(words, '');
      return words;
    },
    /** Directions within a line come after the speech, so that its words stay together. */
    pushDirections,
    endSpeech() {
      pushDirections();
      drama.end();
    },
  };
}
