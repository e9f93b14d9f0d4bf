import type { Token } from 'markdown-it';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { CALLOUTS, type CalloutKind } from '../callout.ts';

/** The parts of a block quote. */
interface QuoteParts {
  /** Its text, without the line that makes it a callout and without the attribution. */
  readonly tokens: readonly Token[];
  readonly callout?: CalloutKind;
  /** The inline tokens of a last line that begins with “— ”. */
  readonly attribution?: readonly Token[];
}

const ALERT = /^\[!([A-Z]+)\]$/i;
const ATTRIBUTION = /^[—―] ?\S/;

/** Splits a block quote into its parts. @param tokens those between its opening and closing tokens */
export function quoteParts(tokens: readonly Token[]): QuoteParts {
  const called = calloutOf(tokens);
  const rest = called?.tokens ?? tokens;
  const attributed = called ? undefined : attributionOf(rest);
  return {
    tokens: attributed?.tokens ?? rest,
    ...(called && { callout: called.callout }),
    ...(attributed && { attribution: attributed.attribution }),
  };
}

function calloutOf(tokens: readonly Token[]): { tokens: Token[]; callout: CalloutKind } | undefined {
  const [open, inline, close, ...after] = tokens;
  const [first, ...others] = inline?.children ?? [];
  if (open?.type !== 'paragraph_open' || first?.type !== 'text') return undefined;
  const word = ALERT.exec(withoutOriginMarks(first.content).trim())?.[1]?.toLowerCase();
  const callout = CALLOUTS.find((kind) => kind === word);
  const alone = others.length === 0 || others[0]!.type === 'softbreak' || others[0]!.type === 'hardbreak';
  if (!callout || !alone) return undefined;
  return {
    callout,
    tokens: others.length === 0 ? after : [open, withChildren(inline!, others.slice(1)), close!, ...after],
  };
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

const withChildren = (token: Token, children: Token[]): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, { children });
