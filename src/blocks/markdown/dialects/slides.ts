import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it';
import { EMPTY_COMMENT } from '../../../diagnostics/take-out-comments.ts';
import { openBox } from './boxes/box-tokens.ts';
import { sourceLine } from './source-line.ts';

/**
 * Slides: the fields below the rule above one, as Slidev and remark have them (`layout: center`), which say how it looks; and
 * remark’s notes for the presenter, which begin with a line `???`. Marp has the place and the size of a picture in its description.
 */
export function slides(markdown: MarkdownIt): void {
  markdown.block.ruler.before('hr', 'slide_fields', slideFields, { alt: ['paragraph', 'reference'] });
  markdown.block.ruler.before('fence', 'slide_notes', slideNotes, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.core.ruler.after('inline', 'placed_pictures', placedPictures);
}

/** Words in the description of a picture of Marp that say where and how large it is. */
const PLACE =
  /^(?:bg|left|right|vertical|fit|cover|contain|auto|\d+%|(?:left|right):\d+%|(?:w|h|width|height):[\d.]+\w*%?|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?)$/;
/** Those that are no words otherwise. */
const SURE = /(?:^|\s)(?:bg|(?:left|right):\d+%|(?:w|h|width|height):\d[\d.]*\w*%?)(?=\s|$)/;
const WIDTH = /(?:^|\s)(?:w|width):([\d.]+\w*%?)(?=\s|$)/;

function placedPictures({ tokens }: StateCore): void {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== 'image' || !SURE.test(token.content)) continue;
    const width = WIDTH.exec(token.content)?.[1];
    const described = token.content.split(/\s+/).filter((word) => !PLACE.test(word));
    token.content = described.join(' ');
    if (width !== undefined) token.attrSet('width', width);
  }
}

const RULE = /^---[ \t]*$/;
const FIELD =
  /^(layout|class|background[\w-]*|image|transition|clicks|name|template|count|theme|level|hideInToc|routeAlias|zoom|preload|exclude|src):(?:[ \t]|$)/;

function slideFields(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.blkIndent > 0 || state.sCount[startLine]! > 0) return false;
  if (!RULE.test(sourceLine(state, startLine))) return false;
  const names: string[] = [];
  let line = startLine + 1;
  for (; line < endLine; line++) {
    const text = sourceLine(state, line);
    const name = FIELD.exec(text)?.[1];
    if (name !== undefined) names.push(name);
    else if (names.length === 0 || text === '' || state.sCount[line]! === 0) break;
  }
  const end = line >= endLine || sourceLine(state, line) === '' ? line : line + 1;
  // Other text follows: they are lines of a text.
  if (names.length === 0 || (end === line + 1 && !RULE.test(sourceLine(state, line)))) return false;
  // A paragraph ends here, and is no heading: the rule is not its underline.
  if (silent) return true;
  state.push('hr', 'hr', 0).map = [startLine, startLine + 1];
  const fields = state.push('slide_fields', '', 0);
  fields.map = [startLine + 1, end];
  fields.meta = { names };
  state.line = end;
  return true;
}

function slideNotes(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!/^\?{3}[ \t]*$/.test(sourceLine(state, startLine))) return false;
  let end = startLine + 1;
  // A step of the slide (`--`) ends them too: it has been taken out as a comment.
  while (end < endLine && !RULE.test(sourceLine(state, end)) && sourceLine(state, end) !== EMPTY_COMMENT)
    end++;
  if (silent) return true;
  const { parentType, lineMax } = state;
  state.parentType = 'container';
  state.lineMax = end;
  openBox(state, { kind: 'notes', line: startLine });
  state.md.block.tokenize(state, startLine + 1, end);
  state.push('box_close', 'div', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = end;
  return true;
}
