import type { Definitions, List } from '../../../blocks/block.ts';
import { asMarkup, tag } from './markup.ts';
import { pageInlines } from './page-inlines.ts';
import type { WebPageContext } from './web-page-context.ts';

/** A list; its labels are text where HTML would not count them in the same way. */
export function pageList(list: List, context: WebPageContext): string {
  const items = list.items.map((blocks) => context.markup(blocks, context));
  if (list.labels?.parts) return items.map((item, index) => pagePart(list, index, item, context)).join('\n');
  if (list.labels) return labelled(list.labels.texts, items, list.labels.drawn);
  if (list.tasks) {
    const boxes = list.tasks.map((done) => (done === undefined ? '•' : done ? '☑' : '☐'));
    return labelled(boxes, items);
  }
  const all = items.map((item) => tag('li', {}, item)).join('\n');
  if (list.start === undefined) return tag('ul', tight(list), all);
  return tag('ol', { ...tight(list), start: list.start === 1 ? undefined : list.start }, all);
}

const tight = (list: List) => (list.tight ? { class: 'tight' } : {});

/** Items whose labels are text. A list without marks is still read out as one by its role. */
function labelled(
  texts: readonly string[],
  items: readonly string[],
  drawn?: NonNullable<List['labels']>['drawn'],
): string {
  const all = items.map((item, index) => {
    const box = tag('span', { class: 'box', 'aria-hidden': 'true' }, '☐');
    const beside =
      drawn === 'tick-box'
        ? box
        : drawn === 'blank'
          ? tag('span', { class: 'blank', style: 'width:2em' })
          : '';
    const label = tag('span', { class: 'label' }, asMarkup(texts[index] ?? '') + beside);
    return tag('li', {}, label + tag('div', {}, item));
  });
  return tag('ul', { class: 'labelled', role: 'list' }, all.join('\n'));
}

/** A question: a part of its own, whose number is a heading that one can jump to. */
function pagePart(list: List, index: number, item: string, { partLevels }: WebPageContext): string {
  const { texts, parts, drawn } = list.labels!;
  const label = texts[index] ?? '';
  if (label === '') return tag('div', { class: 'part' }, tag('div') + tag('div', {}, item));
  const level = partLevels.get(list);
  const look = { class: drawn === 'frame' ? 'label framed' : 'label' };
  const name = parts?.heading === undefined ? {} : { 'aria-label': parts.heading };
  const head = level
    ? tag(`h${level}`, { ...look, ...name }, asMarkup(label))
    : tag('span', look, asMarkup(label));
  return tag('div', { class: 'part' }, head + tag('div', {}, item));
}

/** Terms and what they mean. */
export function pageDefinitions(block: Definitions, context: WebPageContext): string {
  const items = block.items.map(({ terms, definitions }) => {
    const names = terms.map((term) => tag('dt', {}, pageInlines(term, context)));
    const meanings = definitions.map((blocks) => tag('dd', {}, context.markup(blocks, context)));
    // A list of terms is wrong without a term.
    return names.length === 0
      ? tag('div', { class: 'small' }, definitions.map((blocks) => context.markup(blocks, context)).join(''))
      : [...names, ...meanings].join('');
  });
  const look = block.runIn ? 'run-in' : undefined;
  const runs: string[] = [];
  let terms: string[] = [];
  const end = () => {
    if (terms.length > 0) runs.push(tag('dl', { class: look }, terms.join('\n')));
    terms = [];
  };
  block.items.forEach((item, index) => {
    if (item.terms.length > 0) terms.push(items[index]!);
    else {
      end();
      runs.push(items[index]!);
    }
  });
  end();
  return runs.join('\n');
}
