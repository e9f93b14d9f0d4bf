import type { Block } from '../../blocks/block.ts';
import type { TextRun } from '../../blocks/text-run.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { Copy } from './copy.ts';

/**
 * Placeholders for what differs from copy to copy, so that a template is filled only once for all copies of a form in a
 * style. They are private-use characters, which neither rosters nor packs may hold.
 */
const TOKENS = { name: '\uE010', class: '\uE011', id: '\uE012', seat: '\uE013', code: '\uE014' } as const;
const ANY = /[\uE010-\uE014]/g;

/** The path of the QR code in a copy's template. */
export const QR_PATH = 'copy:qr';

/** The form, style and level of a copy and which fields it has: copies of one shape share a filled template. */
export const shapeOf = ({ form, style, level, name, class: group, id, seat }: Copy): string =>
  JSON.stringify([form, style, level, ...[name, group, id, seat].map((field) => field !== undefined)]);

/** The context of a copy's template: tokens, and null for what the copy lacks. */
export function copyContext(
  { name, class: group, id, seat }: Copy,
  words: Words,
): Record<string, string | null> {
  return {
    name: name ? TOKENS.name : null,
    class: group ? TOKENS.class : null,
    id: id ? TOKENS.id : null,
    seat: seat ? TOKENS.seat : null,
    code: TOKENS.code,
    picture: QR_PATH,
    alt: say(words, 'qr-code', { code: TOKENS.code }),
  };
}

/** Whether the blocks print the copy's code: a template that a school wrote may not. */
export const printsItsCode = (blocks: readonly Block[]): boolean => {
  const text = JSON.stringify(blocks);
  return text.includes(TOKENS.code) && text.includes(QR_PATH);
};

/** Whether the blocks print the pupil's name, if the copy has one. */
export const printsItsName = (blocks: readonly Block[], { name }: Copy): boolean =>
  name === undefined || JSON.stringify(blocks).includes(TOKENS.name);

/** Blocks with a copy's texts in place of tokens. Blocks without tokens are shared with the original. */
export function fillInCopy(blocks: readonly Block[], copy: Copy): Block[] {
  const values = new Map<string, { text: string; at?: Place }>(
    Object.entries({
      [TOKENS.name]: copy.name ?? { text: '' },
      [TOKENS.class]: copy.class ?? { text: '' },
      [TOKENS.id]: copy.id ?? { text: '' },
      [TOKENS.seat]: { text: copy.seat ?? '', ...(copy.at && { at: copy.at }) },
      [TOKENS.code]: { text: copy.code },
    }),
  );
  const filled = (text: string) => text.replace(ANY, (token) => values.get(token)!.text);
  const fill = <T>(value: T): T => {
    if (typeof value === 'string') return filled(value) as T;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const all = value.map(fill);
      return all.some((one, index) => one !== value[index]) ? (all as T) : value;
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, fill(inner)] as const);
    // Each copy has a QR code of its own, by the same path.
    const hasCode = Object.values(value).includes(QR_PATH);
    if (!hasCode && Object.values(value).every((inner, index) => inner === entries[index]![1])) return value;
    const at = isTextRun(value) ? values.get((value.text.match(ANY) ?? [])[0] ?? '')?.at : undefined;
    return { ...Object.fromEntries(entries), ...(at && { at }) } as T;
  };
  return fill(blocks) as Block[];
}

const isTextRun = (value: object): value is TextRun => 'kind' in value && value.kind === 'text';
