import * as z from 'zod';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import { say } from '../../words/say.ts';
import type { Block, Diagram, DiagramBox, Table, TableCell } from '../block.ts';
import { plainText } from '../plain-text.ts';
import { defineBlock, type ExpandTools } from './named-block.ts';

/** What can still be read as a drawing. */
const FEWEST_LINKS = 2;
const MOST_LINKS = 60;
const MOST_BOXES = 40;

const text = () => z.string().min(1);

const diagramFields = z.strictObject({
  boxes: z
    .array(
      z.strictObject({
        id: text().describe('a name for “from” and “to”'),
        text: text().optional().describe('what is printed in the box; its id if left out'),
        strong: yesOrNo().default(false),
      }),
    )
    .default([])
    .describe('a list of boxes; if left out, those that the links name'),
  links: z
    .array(
      z.strictObject({
        from: text().describe('the id of a box'),
        to: text().describe('the id of another box'),
        label: text().optional().describe('a few words at the line'),
        text: text().optional().describe('a paragraph of Markdown, printed below the diagram'),
      }),
    )
    .min(1)
    .describe('a list of lines, each with “from” and “to”'),
  arrows: yesOrNo().default(false),
  direction: z.enum(['down', 'across']).optional().describe('down or across'),
  alt: text().optional().describe('what the diagram shows, for readers who cannot see it'),
});

type Fields = z.output<typeof diagramFields>;
type Link = Fields['links'][number] & { readonly start: number; readonly end: number };

/** Boxes with lines between them: a map of characters or ideas, a family tree. */
export const diagram = defineBlock({
  name: 'diagram',
  fields: diagramFields,
  expand(fields, tools): Block[] {
    const { at, report, placeIn, plain } = tools;
    const boxes = boxesOf(fields, tools);
    const links = linksOf(fields, tools);
    const key = keyOf(links, boxes, fields.arrows, tools);
    const first = fields.links[0]!;
    if (links.length > MOST_LINKS || boxes.length > MOST_BOXES) {
      report.add(
        'diagram-too-large',
        placeIn(first.from),
        `This diagram has ${boxes.length} boxes and ${countInWords(links.length, 'line')}, more than anyone could follow. It is printed as a table.`,
        `Divide it into diagrams of up to ${MOST_BOXES} boxes and ${MOST_LINKS} lines.`,
      );
      return [key];
    }
    if (fields.links.length < FEWEST_LINKS)
      report.add(
        'diagram-too-small',
        placeIn(first.from),
        'This diagram has a single line, which a sentence could say.',
        'Add what else belongs in it, or leave it out.',
      );
    if (links.length === 0) return [];
    const block: Diagram = {
      kind: 'diagram',
      at,
      boxes,
      links: links.map(({ from, label, start, end }) => ({
        at: placeIn(from),
        from: start,
        to: end,
        ...(label !== undefined && { label: plain(label) }),
      })),
      arrows: fields.arrows,
      ...(fields.direction && { direction: fields.direction }),
      alt: altOf(fields, links, boxes, tools),
      key,
      keyed: links.some((link) => link.text !== undefined) ? 'always' : 'if-needed',
    };
    return [block];
  },
});

/** The boxes that are given, or else one for each name in the links. */
function boxesOf({ boxes, links }: Fields, { plain, placeIn }: ExpandTools): DiagramBox[] {
  if (boxes.length > 0)
    return boxes.map(({ id, text: words = id, strong }) => ({
      at: placeIn(words),
      text: plain(words),
      ...(strong && { strong }),
    }));
  return namesIn(links).map((name) => ({ at: placeIn(name), text: plain(name) }));
}

/** The names in links, each once, as it was first written. */
function namesIn(links: Fields['links']): string[] {
  const byName = new Map<string, string>();
  for (const name of links.flatMap(({ from, to }) => [from, to]))
    if (!byName.has(withoutOriginMarks(name))) byName.set(withoutOriginMarks(name), name);
  return [...byName.values()];
}

/** Links whose boxes are known. Reports the others, and those from a box to itself. */
function linksOf({ boxes, links }: Fields, { report, placeIn }: ExpandTools): Link[] {
  const ids = (boxes.length > 0 ? boxes.map(({ id }) => id) : namesIn(links)).map(withoutOriginMarks);
  const indexOf = (name: string): number => {
    const bare = withoutOriginMarks(name);
    const index = ids.indexOf(bare);
    if (index < 0)
      report.add(
        'diagram-box-unknown',
        placeIn(name),
        `There is no box “${bare}” in this diagram.`,
        suggest(bare, ids) ?? 'Add it to “boxes”, or leave “boxes” out.',
      );
    return index;
  };
  return links.flatMap((link) => {
    const [start, end] = [indexOf(link.from), indexOf(link.to)];
    if (start < 0 || end < 0) return [];
    if (start !== end) return [{ ...link, start, end }];
    report.add(
      'diagram-box-unknown',
      placeIn(link.to),
      `This line would lead from “${ids[start]}” to itself.`,
      'Give it another box to lead to.',
    );
    return [];
  });
}

/** What a line joins, in words: `Anna – Ben`, or with an arrow. */
const pairOf = ({ start, end }: Link, boxes: readonly DiagramBox[], arrows: boolean) =>
  [start, end].map((index) => plainText(boxes[index]!.text)).join(arrows ? ' → ' : ' – ');

function altOf(
  { alt, arrows }: Fields,
  links: readonly Link[],
  boxes: readonly DiagramBox[],
  { plain, words }: ExpandTools,
): string {
  const lead =
    alt === undefined
      ? say(words, 'diagram-size', { boxes: boxes.length, links: links.length })
      : plainText(plain(alt));
  const told = links.map((link) => {
    const label = link.label === undefined ? '' : `: ${plainText(plain(link.label))}`;
    return `${pairOf(link, boxes, arrows)}${label}.`;
  });
  return [lead, ...told].join(' ');
}

/** A row for each link: what it joins, its label, and what else is said of it. */
function keyOf(
  links: readonly Link[],
  boxes: readonly DiagramBox[],
  arrows: boolean,
  { at, plain, inline, placeIn }: ExpandTools,
): Table {
  const cell = (place: Block['at'], content: ReturnType<ExpandTools['inline']>): TableCell =>
    content.length > 0 ? [{ kind: 'paragraph', at: place, look: 'body', text: content }] : [];
  const has = (field: 'label' | 'text') => links.some((link) => link[field] !== undefined);
  const fields = (['label', 'text'] as const).filter(has);
  return {
    kind: 'table',
    at,
    columns: [{ align: 'left' }, ...fields.map(() => ({ align: 'left' }) as const)],
    header: [],
    rows: links.map((link) => [
      cell(placeIn(link.from), [{ kind: 'text', text: pairOf(link, boxes, arrows) }]),
      ...fields.map((field) => {
        const given = link[field];
        if (given === undefined) return [];
        return cell(placeIn(given), field === 'label' ? plain(given) : inline(given));
      }),
    ]),
    rowHeaders: true,
  };
}
