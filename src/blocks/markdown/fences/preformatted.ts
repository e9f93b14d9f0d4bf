import type { Place } from '../../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Inline, Paragraph } from '../../block.ts';

/** A paragraph for code, or other text to print as written: its lines and spaces are kept. */
export function preformatted(content: string, at: Place): Paragraph {
  const lines = withoutOriginMarks(content).replace(/\n+$/, '').split('\n');
  const text = lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === ''
      ? []
      : [{ kind: 'text', text: withoutTabs(line).replaceAll(' ', '\u00A0'), code: true } as const]),
  ]);
  return { kind: 'paragraph', at, look: 'body', preformatted: true, text };
}

/** Replaces tabs by spaces, up to the next column that is a multiple of four. */
const withoutTabs = (line: string): string =>
  line.split('\t').reduce((before, part) => before.padEnd((Math.floor(before.length / 4) + 1) * 4) + part);
