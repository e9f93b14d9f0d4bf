import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

const ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;
const FLOWING =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60]/u;
const EAST = /[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Chinese and Japanese: no space where a line ends between two of their letters, and emphasis beside full-width marks,
 * so that `**注意：**请` is strong. CommonMark looks for the spaces that other scripts have between words.
 */
export function asianText(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const found = super.scanDelims(start, canSplitWord);
      return canSplitWord ? besideAsian(this, start, found) : found;
    }
  };
  markdown.core.ruler.after('inline', 'asian_lines', joinLines);
}

function joinLines({ tokens, src }: StateCore): void {
  if (!EAST.test(src)) return;
  for (const { children } of tokens) {
    if (!children) continue;
    for (let index = children.length - 2; index > 0; index--)
      if (
        children[index]!.type === 'softbreak' &&
        flowsTogether(textBefore(children, index), textAfter(children, index))
      )
        children.splice(index, 1);
  }
}

const textBefore = (tokens: readonly Token[], index: number): string =>
  tokens.slice(0, index).findLast(({ content }) => content !== '')?.content ?? '';

const textAfter = (tokens: readonly Token[], index: number): string =>
  tokens.slice(index + 1).find(({ content }) => content !== '')?.content ?? '';

function besideAsian(state: StateInline, start: number, found: ReturnType<StateInline['scanDelims']>) {
  const before = characterBefore(state.src, start);
  const after = characterAt(state.src, start + found.length, state.posMax);
  if (!ASIAN.test(before) && !ASIAN.test(after)) return found;
  const isSpace = (character: string) => character === '' || /\s/.test(character);
  const isMark = (character: string) => PUNCTUATION.test(character) && !ASIAN.test(character);
  const opens =
    !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before) || ASIAN.test(before));
  const closes =
    !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after) || ASIAN.test(after));
  return { ...found, can_open: opens, can_close: closes };
}

const characterAt = (src: string, at: number, max: number): string =>
  at >= max ? '' : String.fromCodePoint(src.codePointAt(at)!);

function characterBefore(src: string, at: number): string {
  const low = src.charCodeAt(at - 1);
  return at > 1 && low >= 0xdc00 && low <= 0xdfff ? src.slice(at - 2, at) : (src[at - 1] ?? '');
}

/** Whether a line may end between two texts without a space: Chinese and Japanese have none there. Korean has. */
function flowsTogether(before: string, after: string): boolean {
  const last = before.at(-1);
  if (last === undefined || last < '\u2E80' || after === '') return false;
  return (
    FLOWING.test(characterBefore(before, before.length)) && FLOWING.test(characterAt(after, 0, after.length))
  );
}
