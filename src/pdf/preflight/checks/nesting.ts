import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { isNode, type ReadNode } from '../../reading/read-node.ts';
import { type Check, locationOf, ownOrForeign } from '../check.ts';

/** Where elements may be, for those that belong in certain others only (ISO 32000-1, 14.8.4). */
const ALLOWED_PARENTS: Readonly<Record<string, readonly string[]>> = {
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
const TEXT_ROLES = ['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const GROUPING_ROLES = ['Document', 'Part', 'Art', 'Sect', 'Table', 'L', ...TEXT_ROLES];
/** Elements that should not be empty. A cell may be. */
const NEVER_EMPTY = new Set([
  ...TEXT_ROLES,
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
  'Index',
  'Sect',
  'Div',
  'Part',
  'Span',
  'Figure',
]);

/** Elements are where screen readers expect them. */
export const nesting: Check = {
  name: 'nesting',
  description: 'elements are where they are allowed, and none is empty',
  run(file, report) {
    const { nodes, parents } = file;
    for (const node of nodes) {
      const parent = parents.get(node);
      const allowed = ownValue(ALLOWED_PARENTS, node.role);
      const location = () => locationOf(node, file);
      if (allowed && !allowed.includes(parent?.role ?? ''))
        report(
          location(),
          `A ${node.role} is inside a ${parent?.role ?? 'root'}, not a ${allowed.join(' or ')}.`,
          'Correct the tags.',
        );
      if (parent && TEXT_ROLES.includes(parent.role) && GROUPING_ROLES.includes(node.role))
        report(
          location(),
          `A ${node.role} is inside a ${parent.role}, which may contain only text.`,
          'Correct the tags.',
        );
      if (NEVER_EMPTY.has(node.role) && isEmpty(node) && !(parent && isEmpty(parent)))
        report(
          {},
          `A ${node.role} is empty.`,
          'Remove it, because a screen reader stops at it.',
          ownOrForeign(file),
        );
    }
  },
};

const isEmpty = (node: ReadNode): boolean =>
  node.children.every((child) => isNode(child) && isEmpty(child)) && node.role !== 'TD' && node.role !== 'TH';
