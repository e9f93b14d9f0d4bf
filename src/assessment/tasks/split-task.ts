import { type Passage, slug } from '../../content/entries/entry.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { ITEM_SECTIONS } from './item-sections.ts';

/** An item's text, taken apart at its headings. */
export interface SplitTask {
  readonly main: Passage;
  /** By slug. */
  readonly notes: Readonly<Record<string, Passage>>;
  readonly parts: readonly SplitPart[];
}

export interface SplitPart extends SplitTask {
  /** `(a)` or `(i)`. */
  readonly label: string;
  readonly stem: Passage;
  /** YAML. */
  readonly fields: Passage;
}

const HEADING = /^(#{3,6})\s+(.*?)\s*#*$/;
const PART = /^(\([a-z]+\))\s*(.*)$/;
const FIELD = /^[a-z][a-z-]*:(\s|$)/;

/**
 * Takes an item's text apart: `### (a) …` opens a part, `#### (i) …` a subpart, and any other heading one of the texts
 * that are for the teacher.
 */
export function splitTask(body: Passage, report: Report): SplitTask {
  const pieces = splitAtHeadings(body);
  const root: Open = { main: pieces[0]!.passage, notes: {}, parts: [] };
  let part: OpenPart | undefined;
  let current: Open = root;
  for (const { depth, heading, at, passage } of pieces.slice(1)) {
    const [, label, rest = ''] = PART.exec(heading) ?? [];
    if (label !== undefined) {
      const opened = openPart(label, rest, at, depth, passage);
      const above: Open = depth > 3 && part ? part : root;
      above.parts.push(opened);
      if (depth === 3) part = opened;
      current = opened;
      continue;
    }
    const name = slug(heading);
    const known = ITEM_SECTIONS.map((name) => slug(name));
    if (!known.includes(name)) {
      const near =
        suggest(heading, [...ITEM_SECTIONS]) ?? `Sections of an item: ${ITEM_SECTIONS.join(', ')}.`;
      const hint = `${near} Begin a part with its letter: ### (a) Who speaks?`;
      report.add('section-unknown', at, `Items cannot have a section “${heading}”.`, hint);
    } else if (Object.hasOwn(current.notes, name)) {
      report.add('section-twice', at, `The section “${heading}” appears twice.`, 'Combine them.');
    } else current.notes = { ...current.notes, [name]: passage };
  }
  return root;
}

interface Open {
  readonly main: Passage;
  notes: Readonly<Record<string, Passage>>;
  readonly parts: OpenPart[];
}

interface OpenPart extends Open {
  readonly label: string;
  readonly stem: Passage;
  readonly fields: Passage;
}

function openPart(label: string, stem: string, at: Place, depth: number, passage: Passage): OpenPart {
  const lines = passage.text.split('\n');
  const directly = passage.at.line === at.line + 1 && FIELD.test(lines[0] ?? '');
  const end = lines.findIndex((line) => line.trim() === '');
  const count = directly ? (end < 0 ? lines.length : end) : 0;
  return {
    label,
    stem: { text: stem, at: { ...at, column: depth + 2 + label.length + 1 } },
    fields: { text: lines.slice(0, count).join('\n'), at: passage.at },
    main: trimmed(lines.slice(count), { ...passage.at, line: passage.at.line + count }),
    notes: {},
    parts: [],
  };
}

interface Piece {
  readonly depth: number;
  readonly heading: string;
  readonly at: Place;
  readonly passage: Passage;
}

function splitAtHeadings({ text, at }: Passage): Piece[] {
  const lines = text.split('\n');
  let fence: string | undefined;
  const heads = lines.flatMap((line, index) => {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence && mark.startsWith(fence)) fence = undefined;
    return fence === undefined && HEADING.test(line) ? [index] : [];
  });
  return [-1, ...heads].map((head, index, all): Piece => {
    const [, hashes = '', heading = ''] = HEADING.exec(lines[head] ?? '') ?? [];
    const start = { ...at, line: at.line + head + 1, column: 1 };
    return {
      depth: hashes.length,
      heading,
      at: { ...at, line: at.line + Math.max(head, 0), column: hashes.length + 2 },
      passage: trimmed(lines.slice(head + 1, all[index + 1] ?? lines.length), start),
    };
  });
}

/** Lines as a passage, without blank lines at its ends. */
export function trimmed(lines: readonly string[], at: Place): Passage {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { text: '', at };
  return { text: lines.slice(first).join('\n').trimEnd(), at: { ...at, line: at.line + first } };
}
