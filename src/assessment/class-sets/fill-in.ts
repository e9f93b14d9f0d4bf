import type { Block, TextRun } from '../../blocks/block.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Copy } from './copy.ts';

/**
 * What stands in a template in place of what differs from copy to copy, so that it is filled once for all copies of a
 * form in a style: private-use characters, which no roster and no pack may hold.
 */
const TOKENS = { name: '\uE010', class: '\uE011', id: '\uE012', seat: '\uE013', code: '\uE014' } as const;
const ANY = /[\uE010-\uE014]/g;

/** The path by which a copy's template names its QR code. */
export const QR_PATH = 'copy:qr';

/** Which of a copy's fields are there: copies that agree in this, in form and in style are filled alike. */
export const shapeOf = ({ form, style, name, class: group, id, seat }: Copy): string =>
  JSON.stringify([form, style, ...[name, group, id, seat].map((field) => field !== undefined)]);

/** A copy as its template sees it: tokens, and null for what it lacks. */
export function copyContext({ name, class: group, id, seat }: Copy): Record<string, string | null> {
  return {
    name: name ? TOKENS.name : null,
    class: group ? TOKENS.class : null,
    id: id ? TOKENS.id : null,
    seat: seat ? TOKENS.seat : null,
    code: TOKENS.code,
    picture: QR_PATH,
    alt: `QR code of ${TOKENS.code}`,
  };
}

/** Whether blocks print whose copy they are: a template of one's own may not. */
export const namesItsCopy = (blocks: readonly Block[]): boolean => {
  const text = JSON.stringify(blocks);
  return text.includes(TOKENS.code) && text.includes(QR_PATH);
};

/** Blocks with a copy's texts in place of tokens; what holds none is shared with the original. */
export function fillIn(blocks: readonly Block[], copy: Copy): Block[] {
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
    if (Object.values(value).every((inner, index) => inner === entries[index]![1])) return value;
    const { kind, text } = value as unknown as TextRun;
    const at = kind === 'text' ? values.get((text.match(ANY) ?? [])[0] ?? '')?.at : undefined;
    return { ...Object.fromEntries(entries), ...(at && { at }) } as T;
  };
  return fill(blocks) as Block[];
}
