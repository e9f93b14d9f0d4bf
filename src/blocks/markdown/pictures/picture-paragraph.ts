import type { Token } from 'markdown-it';
import { append } from '../../../diagnostics/collections/append.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Block, Inline } from '../../block.ts';
import type { InlinePicture } from '../../picture-content.ts';
import { plainText } from '../../plain-text.ts';
import { letteredBlocks } from '../lettered-paragraph.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { readPictureAttributes } from './picture-attributes.ts';
import { figureOf, figureRow } from './picture-blocks.ts';

/** Lines below a picture longer than this are a paragraph, not its caption. */
const LONGEST_CAPTION = 240;

/** Lines of a paragraph: pictures alone, or text. */
interface LineGroup {
  readonly isPictures: boolean;
  readonly tokens: Token[];
  readonly line: number;
}

/**
 * Reads a paragraph that has pictures in lines of their own: each is a figure, those of one line stand side by side, and
 * the lines of text below a picture are its caption.
 * @returns undefined if it has no such lines; its pictures are then in lines of text
 */
export function pictureParagraph(inline: Token, at: Place, reader: TokenReader): Block[] | undefined {
  const children = inline.children ?? [];
  if (!children.some(isPicture)) return undefined;
  readPictureAttributes(children);
  const groups = groupsOf(children);
  if (!groups.some(({ isPictures }) => isPictures)) return undefined;
  const blocks: Block[] = [];
  for (const { isPictures, tokens, line } of groups) {
    const place = line === 0 ? at : { ...at, line: at.line + line, column: 1 };
    if (isPictures) {
      append(blocks, picturesIn(tokens, place, reader));
      continue;
    }
    const last = blocks.at(-1);
    const caption = last?.kind === 'figure' ? reader.inline(tokens, place) : undefined;
    if (last?.kind === 'figure' && caption && plainText(caption).length <= LONGEST_CAPTION)
      blocks[blocks.length - 1] = { ...last, caption: [...withBreak(last.caption), ...caption] };
    else if (caption) blocks.push({ kind: 'paragraph', at: place, look: 'body', text: caption });
    else append(blocks, letteredBlocks({ tokens, loose: false }, place, reader));
  }
  return blocks;
}

const isPicture = ({ type, content }: Token) =>
  type === 'image' || (type === 'html_inline' && /^<img\b/i.test(content));

/** A title comes before the lines below. */
const withBreak = (title: readonly Inline[] | undefined): Inline[] =>
  title ? [...title, { kind: 'break' }] : [];

const isBreak = ({ type, level }: Token) => level === 0 && (type === 'softbreak' || type === 'hardbreak');

/** Divides a paragraph into lines of pictures alone, each by itself, and runs of lines of text. */
function groupsOf(children: readonly Token[]): LineGroup[] {
  const groups: LineGroup[] = [];
  let tokens: Token[] = [];
  let begins: Token | undefined;
  let line = 0;
  const close = (end: Token | undefined) => {
    const isPictures = tokens.some(isPicture) && tokens.every(isPictureOrSpace);
    const last = groups.at(-1);
    if (last && !last.isPictures && !isPictures) append(last.tokens, begins ? [begins, ...tokens] : tokens);
    else if (tokens.length > 0) groups.push({ isPictures, tokens, line });
    tokens = [];
    begins = end;
    line++;
  };
  for (const token of children) {
    if (isBreak(token)) close(token);
    else tokens.push(token);
  }
  close(undefined);
  return groups;
}

/** Whether a token may be in a line of pictures: a link around one, or space between two. */
const isPictureOrSpace = (token: Token): boolean =>
  isPicture(token) ||
  token.type === 'link_open' ||
  token.type === 'link_close' ||
  (token.type === 'html_inline' && /^<\/?(?:a|span|center|p|div|font)\b|^<!--/i.test(token.content)) ||
  (token.type === 'text' && withoutOriginMarks(token.content).trim() === '');

/** The figures of a line of pictures. The title of each, which may hold emphasis, is its caption. */
function picturesIn(tokens: readonly Token[], at: Place, reader: TokenReader): Block[] {
  const titles = tokens.flatMap((token) =>
    token.type === 'image' ? [String(token.attrGet('title') ?? '').trim()] : isPicture(token) ? [''] : [],
  );
  for (const token of tokens) if (token.type === 'image') token.meta = { isTitled: true };
  const pictures = reader.inline(tokens, at).filter((one): one is InlinePicture => one.kind === 'picture');
  const [only] = pictures;
  if (only && pictures.length === 1) {
    const title = titles[0] ?? '';
    const caption = withoutOriginMarks(title) !== '' && { caption: reader.markdown(title, at) };
    return [{ ...figureOf(only), ...caption }];
  }
  const row = figureRow(pictures, at);
  if (titles.every((title) => withoutOriginMarks(title) === '')) return row;
  return row.map((block) =>
    block.kind !== 'columns'
      ? block
      : {
          ...block,
          columns: block.columns.map((column, index) => ({
            ...column,
            blocks: column.blocks.map((figure) =>
              figure.kind === 'figure' && titles[index]
                ? { ...figure, caption: reader.markdown(titles[index], at) }
                : figure,
            ),
          })),
        },
  );
}
