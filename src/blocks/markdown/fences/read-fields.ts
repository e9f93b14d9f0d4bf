import type { Place } from '../../../diagnostics/diagnostic.ts';
import { renumberMarks } from '../../../diagnostics/origin.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { checkWritten } from '../../../diagnostics/yaml/check-yaml.ts';
import type { NamedBlock } from '../../named/named-block.ts';

/** Fields in which nothing was wrong, by the text of their fence, with its marks numbered from 0. */
const known = new WeakMap<NamedBlock, Map<string, unknown>>();

/** How many fences of a block are remembered: more than a large pack has. */
const MOST = 5000;

/**
 * Reads the fields of a named block. A card or a question is printed in several files: its YAML is parsed once, since only
 * the numbers of its origin marks differ.
 * @returns undefined, after diagnostics, if anything is wrong
 */
export function readFields(
  block: NamedBlock,
  fence: { readonly text: string; readonly at: Place },
  report: Report,
): { readonly value: unknown } | undefined {
  const numbers: string[] = [];
  const ordinalOf = (number: string) => String(ordinals.get(number) ?? addNumber(number));
  const ordinals = new Map<string, number>();
  const addNumber = (number: string) => {
    ordinals.set(number, numbers.push(number) - 1);
    return numbers.length - 1;
  };
  const text = renumberMarks(fence.text, ordinalOf);
  const ofBlock = known.get(block) ?? new Map<string, unknown>();
  known.set(block, ofBlock);
  if (ofBlock.has(text)) {
    const numberOf = (ordinal: string) => numbers[Number(ordinal)]!;
    return { value: mapTexts(ofBlock.get(text), (one) => renumberMarks(one, numberOf)) };
  }
  const found = report.fork();
  const checked = checkWritten(fence, block.fields, found);
  report.merge(found);
  // What is wrong has to be reported each time.
  if (!checked || found.diagnostics.length > 0) return checked;
  if (ofBlock.size >= MOST) ofBlock.clear();
  ofBlock.set(
    text,
    mapTexts(checked.value, (one) => renumberMarks(one, ordinalOf)),
  );
  return checked;
}

/** A copy of plain data with every text changed. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [change(name), mapTexts(inner, change)]),
  );
}
