import type { Token } from 'markdown-it';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import { isBlockElement, UNCLOSED, VOID } from './elements.ts';

/** A tag, as far as nesting goes. */
interface Step {
  readonly name: string;
  readonly closes: boolean;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** The steps of each piece of HTML: a piece is looked at once for each that is left open above it. */
const known = new WeakMap<Token, readonly Step[]>();

function stepsOf(token: Token): readonly Step[] {
  const before = known.get(token);
  if (before) return before;
  const steps = [...token.content.replace(UNREAD, '').matchAll(TAG)].flatMap(
    ([, slash, name = '']): Step[] =>
      VOID.has(name.toLowerCase()) ? [] : [{ name: name.toLowerCase(), closes: slash === '/' }],
  );
  known.set(token, steps);
  return steps;
}

/**
 * Finds the token that closes what a piece of HTML opens, with Markdown or more HTML between: `<details>` and, some
 * paragraphs below, `</details>`. What is never closed ends where its own piece does.
 * @param from the index of the piece among the tokens
 * @returns the index of the last token that belongs to it
 */
export function htmlSpan(tokens: readonly Token[], from: number): number {
  const { level } = tokens[from]!;
  const open: string[] = [];
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.level < level || isBoundary(token, tokens[at + 1])) break;
    if (token.level > level || token.type !== 'html_block') continue;
    for (const step of stepsOf(token)) take(step, open);
    if (open.length === 0) return at;
  }
  return from;
}

function take({ name, closes }: Step, open: string[]): void {
  const last = open.at(-1);
  if (!closes) {
    if (last === 'p' && isBlockElement(name)) open.pop();
    else if (last === name && UNCLOSED.has(name)) open.pop();
    open.push(name);
    return;
  }
  const at = open.lastIndexOf(name);
  if (at >= 0) open.splice(at);
}

/** Whether a paragraph is nothing but the marks of where a pasted text begins or ends: HTML does not reach beyond it. */
const isBoundary = (token: Token, next: Token | undefined): boolean =>
  token.type === 'paragraph_open' &&
  next?.type === 'inline' &&
  next.content !== '' &&
  withoutOriginMarks(next.content).trim() === '';
