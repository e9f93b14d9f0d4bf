import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type { FormData } from '../../../src/studio/forms/entry-form.ts';

type Node = DefaultTreeAdapterMap['childNode'];

/** Reads HTML as a browser does, and gives what it would send of its inputs. */
export function sentForm(html: string): FormData {
  const sent = new Map<string, string[]>();
  const add = (name: string, value: string) => sent.set(name, [...(sent.get(name) ?? []), value]);
  const visit = (node: Node): void => {
    if (!('tagName' in node)) return;
    const name = attribute(node, 'name');
    if (name !== undefined && node.tagName === 'input') add(name, attribute(node, 'value') ?? '');
    // Browsers send line ends of their own.
    else if (name !== undefined && node.tagName === 'textarea')
      add(name, textOf(node).replaceAll('\n', '\r\n'));
    else if (name !== undefined && node.tagName === 'select') add(name, chosen(node));
    for (const child of node.childNodes) visit(child);
  };
  for (const child of parseFragment(html).childNodes) visit(child);
  return Object.fromEntries(sent);
}

type Element = Extract<Node, { tagName: string }>;

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

const textOf = (node: Element) =>
  node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

function chosen(select: Element): string {
  const options = select.childNodes.filter((child): child is Element => 'tagName' in child);
  const selected = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return (selected && attribute(selected, 'value')) ?? '';
}
