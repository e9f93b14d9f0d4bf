import type { Passage } from '../../content/entries/entry.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { BodySource } from '../tasks/body-source.ts';
import type { ListEntry } from '../tasks/read-list.ts';

/** The sides of a matching. */
interface Pairs {
  readonly left: readonly Passage[];
  readonly right: readonly Passage[];
  readonly choose?: readonly Passage[];
}

type PairSource = BodySource<{
  readonly choose: readonly string[];
  readonly unequal: boolean;
  readonly reuse: boolean;
}>;

/**
 * Reads pairs, written `left = right`. An entry `= right` goes with nothing. With `choose` everything to choose from is
 * listed apart from the pairs. A right side that goes with several (`reuse`) is printed once.
 * @returns undefined after reporting what is wrong
 */
export function readPairs(
  entries: readonly ListEntry[],
  source: PairSource,
  report: Report,
): Pairs | undefined {
  const { at } = source;
  const pairs = entries.map((entry) => pairOf(entry, report));
  const sound = pairs.filter((pair) => pair !== undefined);
  if (sound.length < pairs.length) return undefined;
  const matched = sound.filter(({ left }) => left !== undefined);
  if (matched.length < 2) {
    report.add(
      'key-missing',
      at,
      'Matching needs at least two pairs.',
      'Write each pair as “left = right” in a list.',
    );
    return undefined;
  }
  const left = matched.map((pair) => pair.left!);
  const right = matched.map((pair) => pair.right);
  const extras = sound.filter((pair) => pair.left === undefined).map((pair) => pair.right);
  const choose = chosenFrom(source);
  const fits = [
    sidesAreEven(left, extras, source, report),
    usedOnce(right, source, report),
    isOrderStated(choose, source, report),
    choicesHold([...right, ...extras], choose, report),
  ].every(Boolean);
  return fits ? { left, right: [...right, ...extras], ...(choose.length > 0 && { choose }) } : undefined;
}

function pairOf(
  { text, at }: ListEntry,
  report: Report,
): { left: Passage | undefined; right: Passage } | undefined {
  const [, before = '', after = ''] = /^(.*?)\s*(?<!\S)=\s*(.*)$/.exec(text) ?? [];
  if (after === '') {
    const message = before === '' ? `“${text}” is not a pair.` : `Nothing matches “${before}”.`;
    report.add('key-missing', at, message, 'Write each pair as “left = right”.');
    return undefined;
  }
  const right = { text: after, at: { ...at, column: at.column + text.length - after.length } };
  return { left: before === '' ? undefined : { text: before, at }, right };
}

const chosenFrom = ({ fields, places, at }: PairSource): Passage[] =>
  fields.choose.map((text, index) => ({
    text,
    at: ownValue(places, `choose.${index}`) ?? places['choose'] ?? at,
  }));

function sidesAreEven(
  left: readonly Passage[],
  extras: readonly Passage[],
  { fields }: PairSource,
  report: Report,
): boolean {
  const [first] = extras;
  if (!first || fields.unequal) return true;
  report.add(
    'sides-unequal',
    first.at,
    `The right side has ${left.length + extras.length} entries, but the left side has ${left.length}.`,
    'If you mean this, write “unequal: yes” below the heading. The paper will then tell pupils that some letters are not needed.',
  );
  return false;
}

function usedOnce(right: readonly Passage[], { fields }: PairSource, report: Report): boolean {
  const again = right.find(({ text }, index) => right.findIndex((other) => other.text === text) < index);
  if (!again || fields.reuse) return true;
  report.add(
    'sides-unequal',
    again.at,
    `“${again.text}” matches two entries on the left.`,
    'If you mean this, write “reuse: yes” below the heading. The paper will then tell pupils that they may use a letter more than once.',
  );
  return false;
}

/** A right side in the order of its pairs would read A, B, C all the way down. */
function isOrderStated(
  choose: readonly Passage[],
  { fields, places, at }: PairSource,
  report: Report,
): boolean {
  if (fields.shuffle || choose.length > 0) return true;
  report.add(
    'order-revealing',
    places['shuffle'] ?? at,
    'With “shuffle: no”, the right side would be in the order of the pairs and give the answers away.',
    'List the right side in the order you want printed: choose: [1954, 1963, 2005].',
  );
  return false;
}

/** Whether everything that is right is among what there is to choose from, and nothing is there twice. */
function choicesHold(right: readonly Passage[], choose: readonly Passage[], report: Report): boolean {
  if (choose.length === 0) return true;
  const texts = choose.map(({ text }) => text);
  const stray = right.find(({ text }) => !texts.includes(text));
  if (stray)
    report.add(
      'key-unknown',
      stray.at,
      `“${stray.text}” is not in “choose”.`,
      suggest(stray.text, texts) ?? 'Use the same wording as in “choose”, or add it there.',
    );
  const twice = choose.find(({ text }, index) => texts.indexOf(text) < index);
  if (twice) report.add('key-unknown', twice.at, `“${twice.text}” is in “choose” twice.`, 'Delete one.');
  return !stray && !twice;
}
