import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Block, Inline } from '../../block.ts';
import { boxTitle } from './box-title.ts';
import type { HtmlElement } from './flow-parts.ts';
import type { HtmlReader } from './html-reader.ts';
import { attributesOf } from './read-tag.ts';

/** Whether a node is a certain element. */
const isElement =
  (name: string) =>
  (node: HtmlElement['childNodes'][number]): node is HtmlElement =>
    'tagName' in node && node.tagName === name;

function titleAmong({ tagName, attrs }: HtmlElement): Inline[] {
  const text = boxTitle(tagName, attributesOf(attrs));
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** A box with its summary above: on paper it is always open. */
export function readDetails(element: HtmlElement, at: Place, reader: HtmlReader): Block[] {
  const summary = element.childNodes.find(isElement('summary'));
  const title: Inline[] = summary ? reader.textOf(summary) : titleAmong(element);
  const blocks = reader.inside(
    element,
    element.childNodes.filter((node) => node !== summary),
  );
  const label: Block[] = title.length > 0 ? [{ kind: 'paragraph', at, look: 'label', text: title }] : [];
  const all = [...label, ...blocks];
  return all.length === 0 ? [] : [{ kind: 'box', at, tone: 'tint', blocks: all }];
}

/** A picture with its caption; or anything else that is called a figure, with its caption where it was written. */
export function readFigure(element: HtmlElement, at: Place, reader: HtmlReader): Block[] {
  const captions = element.childNodes.filter(isElement('figcaption'));
  const caption = captions.flatMap((one, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...reader.textOf(one),
  ]);
  const blocks = reader.inside(
    element,
    element.childNodes.filter((node) => !isElement('figcaption')(node)),
  );
  if (caption.length === 0) return blocks;
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'figure') return [{ ...only, caption }];
  const below: Block = { kind: 'paragraph', at, look: 'small', text: caption, centred: true };
  const isAbove = element.childNodes.find((node) => 'tagName' in node) === captions[0];
  return [{ kind: 'group', at, blocks: isAbove ? [below, ...blocks] : [...blocks, below] }];
}
