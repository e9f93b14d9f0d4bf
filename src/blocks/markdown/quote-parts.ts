import type { Token } from 'markdown-it';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { CALLOUTS } from '../callout.ts';

/** The parts of a block quote. */
interface QuoteParts {
  /** Its text, without the line that makes it a callout and without the attribution. */
  readonly tokens: readonly Token[];
  /** The kind of a callout, and the inline tokens of its title if it has one of its own. */
  readonly callout?: { readonly kind: string; readonly title: readonly Token[] };
  /** The inline tokens of a last line that begins with “— ”. */
  readonly attribution?: readonly Token[];
}

const ALERT = /^\[!([A-Z]+)\]$/i;
/** A callout of Obsidian: of any kind, folded or not, with a title or without. */
const CALLOUT = /^\[!([\p{L}\p{N}_-]+)(?:\|[^\]]*)?\][+-]?(?:[ \t]+|$)/u;
const ATTRIBUTION = /^[—―] ?\S/;

/**
 * Splits a block quote into its parts.
 * @param tokens those between its opening and closing tokens
 * @param dialects whether callouts may be of any kind, and have titles
 */
export function quoteParts(tokens: readonly Token[], dialects: boolean): QuoteParts {
  const called = dialects ? anyCalloutOf(tokens) : calloutOf(tokens);
  const rest = called?.tokens ?? tokens;
  const attributed = called ? undefined : attributionOf(rest);
  return {
    tokens: attributed?.tokens ?? rest,
    ...(called && { callout: called.callout }),
    ...(attributed && { attribution: attributed.attribution }),
  };
}

interface Called {
  readonly tokens: Token[];
  readonly callout: NonNullable<QuoteParts['callout']>;
}

function calloutOf(tokens: readonly Token[]): Called | undefined {
  const [open, inline, close, ...after] = tokens;
  const [first, ...others] = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || first?.type !== 'text') return undefined;
  const word = ALERT.exec(withoutOriginMarks(first.content).trim())?.[1]?.toLowerCase();
  const callout = CALLOUTS.find((kind) => kind === word);
  const alone = others.length === 0 || others[0]!.type === 'softbreak' || others[0]!.type === 'hardbreak';
  if (!callout || !alone) return undefined;
  return {
    callout: { kind: callout, title: [] },
    tokens: others.length === 0 ? after : [open, withChildren(inline!, others.slice(1)), close!, ...after],
  };
}

function anyCalloutOf(tokens: readonly Token[]): Called | undefined {
  const [open, inline, close, ...after] = tokens;
  const children = inline?.children ?? [];
  const [first] = children;
  if (open?.type !== 'paragraph_open' || first?.type !== 'text') return undefined;
  const [whole, kind] = CALLOUT.exec(first.content) ?? [];
  if (whole === undefined || kind === undefined) return undefined;
  const end = children.findIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const line = end < 0 ? children : children.slice(0, end);
  const rest = first.content.slice(whole.length);
  const title = [...(rest === '' ? [] : [withContent(first, rest)]), ...line.slice(1)];
  const below = end < 0 ? [] : [open, withChildren(inline!, children.slice(end + 1)), close!];
  return { callout: { kind, title }, tokens: [...below, ...after] };
}

function attributionOf(tokens: readonly Token[]): { tokens: Token[]; attribution: Token[] } | undefined {
  const [open, inline, close] = tokens.slice(-3);
  // The last block of the quote, not of a list in it.
  if (open?.type !== 'paragraph_open' || open.level !== (tokens[0]?.level ?? 0) || !inline?.children)
    return undefined;
  const { children } = inline;
  const at = children.findLastIndex((child) => child.type === 'softbreak' || child.type === 'hardbreak');
  if (!ATTRIBUTION.test(withoutOriginMarks(children[at + 1]?.content ?? ''))) return undefined;
  const before = children.slice(0, Math.max(0, at));
  const words = before.length === 0 ? [] : [open, withChildren(inline, before), close!];
  // An attribution by itself is not a quotation.
  if (tokens.length === 3 && words.length === 0) return undefined;
  return { tokens: [...tokens.slice(0, -3), ...words], attribution: children.slice(at + 1) };
}

const withContent = (token: Token, content: string): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, { content });

const withChildren = (token: Token, children: Token[]): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, { children });
