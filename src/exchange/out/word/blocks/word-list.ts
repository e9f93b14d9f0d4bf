import { type IParagraphOptions, Tab, TextRun } from 'docx';
import type { Block, Definitions, Inline, List } from '../../../../blocks/block.ts';
import { largest } from '../../../../diagnostics/collections/largest.ts';
import { twips } from '../settings/twips.ts';
import type { LabelLook, NumberedWith } from '../settings/word-numbering.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';

/** How wide labels are, in ems: a bullet’s, a number’s, and those with a box or a blank. */
const HANGING = { bullet: 1.3, number: 2, 'tick-box': 3.4, blank: 4.2, frame: 2.6 };

/** Word has nine levels of lists, of which two are left for items that are moved to the right. */
const DEEPEST = 6;

/** A real list, whose labels count on when an item is added; labels that do not count are typed. */
export function wordList(list: List, context: WordContext): WordPart[] {
  const { style } = context.document;
  const { labels } = list;
  const size = style[list.look === 'small' ? 'small-size' : 'body-size'];
  const kind = labels?.drawn ?? (isOrdered(list) ? 'number' : 'bullet');
  const longest = largest(
    (labels?.texts ?? []).map((text) => text.length),
    labels?.room.length ?? 0,
  );
  const hanging = Math.round(size * Math.max(HANGING[kind], (longest + 1) * 0.6));
  const depth = Math.min(context.depth ?? 0, DEEPEST);
  const look: LabelLook = {
    depth,
    indent: context.indent,
    hanging,
    bold: labels !== undefined && labels.numbering === undefined,
    drawn: labels?.drawn,
    size,
  };
  const texts = list.items.map((_, index) => labelText(list, index));
  const numbered = numberedWith(list, texts, look, context);
  const inner: WordContext = {
    ...context,
    listed: true,
    depth: depth + 1,
    indent: context.indent + hanging,
    width: context.width - hanging,
  };
  return list.items.flatMap((blocks, index): WordPart[] => {
    const parts = context.parts(blocks, inner);
    const label = texts[index] ?? '';
    const gap = index === 0 || !list.tight ? style['paragraph-gap'] : 1;
    const outline = partOutline(list, label, context);
    if (label === '') return parts;
    return labelled(parts, { label, numbered, look, gap, outline });
  });
}

const isOrdered = (list: List): boolean => list.start !== undefined || list.labels !== undefined;

function labelText(list: List, index: number): string {
  if (list.labels) return list.labels.texts[index] ?? '';
  const done = list.tasks?.[index];
  const box = done === undefined ? '' : done ? '☑' : '☐';
  if (list.start === undefined) return box || '•';
  return `${list.start + index}${list.delimiter ?? '.'}${box && `\u00A0${box}`}`;
}

/** The numbering of a list; undefined if its labels have to be typed. */
function numberedWith(
  list: List,
  texts: readonly string[],
  look: LabelLook,
  { numbering }: WordContext,
): (() => NumberedWith) | undefined {
  if (!isOrdered(list) && texts.every((text) => text === '•')) return numbering.bullets(look);
  const shown = texts.filter((text) => text !== '');
  return shown.length === 0 ? undefined : numbering.counted(shown, look, list.labels?.parts !== undefined);
}

/** The level at which a question can be jumped to; undefined for an item that is none. */
function partOutline(list: List, label: string, { partLevels }: WordContext): number | undefined {
  const level = list.labels?.parts && label !== '' ? partLevels.get(list) : undefined;
  return level === undefined ? undefined : level - 1;
}

interface Labelled {
  readonly label: string;
  readonly numbered: (() => NumberedWith) | undefined;
  readonly look: LabelLook;
  readonly gap: number;
  readonly outline: number | undefined;
}

/** Gives an item its label: with its first paragraph, or on a line of its own before a table. */
function labelled(parts: readonly WordPart[], options: Labelled): WordPart[] {
  const { label, numbered, look, gap, outline } = options;
  const { indent, hanging, bold } = look;
  const at = parts.findIndex((part) => part.kind !== 'turn');
  const first = parts[at];
  const isOwn =
    first?.kind === 'paragraph' && first.options.numbering === undefined && !isTyped(first.options);
  const base: IParagraphOptions = isOwn ? first.options : { style: 'RaggedText', keepNext: true };
  const place = { left: twips(indent + hanging), hanging: twips(hanging) };
  const options_: IParagraphOptions = {
    ...base,
    ...(numbered ? { numbering: numbered() } : {}),
    indent: place,
    spacing: { ...base.spacing, before: twips(gap) },
    ...(outline !== undefined && { outlineLevel: outline }),
    ...(!numbered && {
      children: [
        new TextRun({ text: label, bold }),
        new TextRun({ children: [new Tab()] }),
        ...(base.children ?? []),
      ],
      tabStops: [{ type: 'left', position: twips(indent + hanging) }, ...(base.tabStops ?? [])],
    }),
  };
  const own: WordPart = { kind: 'paragraph', options: options_ };
  return isOwn ? parts.map((part, index) => (index === at ? own : part)) : [own, ...parts];
}

/** Whether a paragraph begins with a typed label already. */
const isTyped = (options: IParagraphOptions): boolean => (options.indent?.hanging ?? 0) !== 0;

/** Terms in bold, each followed by what it means. */
export function wordDefinitions(block: Definitions, context: WordContext): WordPart[] {
  const { style } = context.document;
  return block.items.flatMap(({ terms, definitions }): WordPart[] => {
    if (block.runIn) return context.parts(runIn(terms, definitions.flat(), block), context);
    const text = terms.flatMap((term, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...term.map(inBold),
    ]);
    const indent = style['list-indent'];
    const inner = {
      ...context,
      listed: true,
      indent: context.indent + indent,
      width: context.width - indent,
    };
    const head: Block = { kind: 'paragraph', at: block.at, look: 'body', text, ragged: true, leads: true };
    return [
      ...context.parts([head], context),
      ...definitions.flatMap((blocks) => context.parts(blocks, inner)),
    ];
  });
}

const inBold = (one: Inline): Inline => (one.kind === 'text' ? { ...one, bold: true } : one);

/** Terms and what they mean as one paragraph, followed by whatever else belongs to them. */
function runIn(
  terms: Definitions['items'][number]['terms'],
  blocks: readonly Block[],
  { at }: Definitions,
): readonly Block[] {
  const names = terms.flatMap((term, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'text', text: ', ' } as const] : []),
    ...term.map(inBold),
  ]);
  const [first, ...rest] = blocks;
  const begins = first?.kind === 'paragraph';
  const between: Inline[] = names.length > 0 ? [{ kind: 'text', text: '\u2002' }] : [];
  const text = begins ? [...names, ...between, ...first.text] : names;
  const whole: Block = { ...(begins && first), kind: 'paragraph', at: first?.at ?? at, look: 'small', text };
  return [whole, ...(begins ? rest : blocks)];
}
