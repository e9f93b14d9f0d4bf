import type { Block } from '../../../blocks/block.ts';
import { figuresIn } from '../../../blocks/figures-in.ts';
import { parseMarkdown } from '../../../blocks/markdown/parse-markdown.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { createReport } from '../../../diagnostics/report.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { escapeMarkup, IMPOSSIBLE_CHARACTERS } from '../xml/escape-markup.ts';
import { blocksAsHtml } from './blocks-as-html.ts';
import type { MarkupDialect } from './markup-dialect.ts';
import { plainWords } from './plain-words.ts';
import { unwrapped } from './unwrapped.ts';

/** Writes passages of a pack, which are Markdown, as other programs read text. What is lost goes to one list. */
export interface PassageWriter {
  /** As HTML of whole paragraphs. */
  html(passage: Passage): string;
  /** As HTML for a place within a line or a list: a single paragraph has no element of its own. */
  inlineHtml(passage: Passage): string;
  /** As text without any markup, on one or several lines. What is bold or the like is lost, and a picture is described. */
  plain(passage: Passage): string;
  /** The same if nothing is lost by it; undefined if there is more than a paragraph of plain words. */
  ifPlain(passage: Passage): string | undefined;
  /** The same as blocks, for writers of their own. */
  blocks(passage: Passage): readonly Block[];
}

/** @param losses grows: what is lost of each passage, once for each place */
export function passageWriter(source: PackOut, dialect: MarkupDialect, losses: Loss[]): PassageWriter {
  const told = new Set<string>();
  const lose = (passage: Passage, what: string, text = '') => {
    const { file, line } = passage.at;
    const key = JSON.stringify([file, line, what, text]);
    if (told.has(key)) return;
    told.add(key);
    losses.push({ what, text, at: passage.at });
  };
  const blocks = (passage: Passage): Block[] => {
    const strange = passage.text.match(IMPOSSIBLE_CHARACTERS);
    if (strange) lose(passage, `a control character, which becomes ${UNKNOWN}`);
    return readable(passage.text, passage.at.file, source);
  };
  const html = (passage: Passage): string => {
    const notes = new Map<number, string>();
    const writing = { dialect, notes, lose: (what: string, text?: string) => lose(passage, what, text) };
    const body = blocksAsHtml(blocks(passage), writing);
    return body + notesAsHtml(notes);
  };
  return {
    blocks,
    html,
    inlineHtml: (passage) => unwrapped(html(passage)),
    plain(passage) {
      const read = blocks(passage);
      if (figuresIn(read).length > 0) lose(passage, 'a picture, of which only the description is left');
      if (isStyled(read)) lose(passage, 'emphasis, links and other markup, where only plain words can be');
      return plainWords(read);
    },
    ifPlain(passage) {
      const read = blocks(passage);
      return read.length <= 1 && read.every(isPlainParagraph) ? plainWords(read) : undefined;
    },
  };
}

/** What a character becomes that no format can hold. */
const UNKNOWN = '\ufffd';

/** What was wrong with it was reported when the pack was opened. */
const readable = (text: string, file: string, { blocks, words, pack }: PackOut): Block[] =>
  text.trim() === ''
    ? []
    : parseMarkdown(
        { text, file, origins: [], blocks, words, typographer: pack.about.fields.typographer },
        createReport(),
      );

function notesAsHtml(notes: ReadonlyMap<number, string>): string {
  return [...notes]
    .map(([number, note]) => `<p><sup>${escapeMarkup(String(number))}</sup> ${unwrapped(note)}</p>`)
    .join('');
}

const isPlainParagraph = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  !block.preformatted &&
  block.tail === undefined &&
  block.lang === undefined &&
  block.text.every((inline) => inline.kind === 'text' && !hasMarkup(inline));

const hasMarkup = (run: object): boolean =>
  Object.entries(run).some(
    ([name, value]) =>
      !['kind', 'text', 'at', 'alt'].includes(name) && value !== undefined && value !== false,
  );

/** Whether anything of blocks is more than paragraphs of plain words. */
const isStyled = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) =>
      block.kind !== 'figure' &&
      !(
        block.kind === 'paragraph' &&
        block.text.every((inline) => inline.kind !== 'text' || !hasMarkup(inline))
      ),
  );
