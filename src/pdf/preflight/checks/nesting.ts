import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { isNode, type ReadNode } from '../../reading/read-node.ts';
import { type Check, locationOf } from '../check.ts';

/** What stands only in certain elements (ISO 32000-1, 14.8.4). */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};
const TEXT = ['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const GROUPS = ['Document', 'Part', 'Art', 'Sect', 'Table', 'L', ...TEXT];
/** What says nothing if it is empty. A cell may be. */
const EMPTY = new Set([
  ...TEXT,
  'L',
  'LI',
  'LBody',
  'Lbl',
  'Table',
  'TR',
  'BlockQuote',
  'Note',
  'Link',
  'Caption',
  'Code',
  'TOC',
  'TOCI',
  'Sect',
  'Div',
  'Part',
  'Span',
  'Figure',
]);

/** Elements stand where readers expect them. */
export const nesting: Check = {
  name: 'nesting',
  what: 'elements stand where they may, and none is empty',
  run(subject, tell) {
    const { nodes, parents } = subject;
    for (const node of nodes) {
      const parent = parents.get(node);
      const homes = ownValue(HOMES, node.role);
      const spot = () => locationOf(node, subject);
      if (homes && !homes.includes(parent?.role ?? ''))
        tell(
          spot(),
          `A ${node.role} stands in a ${parent?.role ?? 'root'}, not in a ${homes.join(' or ')}.`,
          'Mend the tags.',
        );
      if (parent && TEXT.includes(parent.role) && GROUPS.includes(node.role))
        tell(spot(), `A ${node.role} stands in a ${parent.role}, which holds text only.`, 'Mend the tags.');
      if (EMPTY.has(node.role) && isEmpty(node) && !(parent && isEmpty(parent)))
        tell({}, `A ${node.role} is empty.`, 'Take it out: a screen reader stops at it.');
    }
  },
};

const isEmpty = (node: ReadNode): boolean =>
  node.children.every((child) => isNode(child) && isEmpty(child)) && node.role !== 'TD' && node.role !== 'TH';
