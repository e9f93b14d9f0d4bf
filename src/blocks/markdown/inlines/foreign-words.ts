import type { MarkdownIt, StateInline } from 'markdown-it';
import { attributeList } from '../dialects/attribute-list.ts';
import type { InlineBuilder } from './inline-builder.ts';

/** Reads `[mot]{lang=fr}`, as Pandoc does: words in another language than the text around them. */
export function foreignWords(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'foreign_words', foreignSpan);
}

function foreignSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || silent) return false;
  const start = state.pos;
  const end = state.md.helpers.parseLinkLabel(state, start, false);
  const list = end < 0 ? undefined : attributeList(state.src, end + 1);
  const tag = list?.values.get('lang');
  if (!list || tag === undefined) return false;
  const max = state.posMax;
  if (list.id !== undefined) state.push('inline_id', '', 0).meta = { id: list.id };
  state.push('language_open', '', 1).meta = { tag };
  state.pos = start + 1;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push('language_close', '', -1);
  state.pos = end + 1 + list.length;
  state.posMax = max;
  return true;
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/;

/** Opens a language in a text. One that is no code is reported, and its words are in the language of the text. */
export function openLanguage(meta: unknown, builder: InlineBuilder): void {
  const { tag } = meta as { tag: string };
  const isCode = LANGUAGE.test(tag);
  builder.openLanguage(isCode ? tag : undefined);
  if (isCode) return;
  builder.context.report.add(
    'markup-unsupported',
    builder.at,
    `“lang=${tag}” is not a language code.`,
    'Write two small letters, as in [mot]{lang=fr}.',
    `lang=${tag}`,
  );
}
