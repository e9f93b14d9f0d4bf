import { isNode } from '../../reading/read-node.ts';
import { nodeText } from '../../reading/text-of.ts';
import { type Check, locationOf } from '../check.ts';

/** Lists have items with labels, and notes can be found. */
export const listsNotes: Check = {
  name: 'lists-notes',
  description: 'lists hold items, labels have text, and each note has an id of its own',
  run(file, report) {
    const { nodes, marked, pdf } = file;
    const ids = new Map<string, number>();
    for (const node of nodes) {
      const kids = node.children.filter(isNode);
      const location = () => locationOf(node, file);
      if (node.role === 'L') {
        if (kids.some(({ role }) => !['LI', 'L', 'Caption'].includes(role)))
          report(location(), 'A list holds something that is no item.', 'Mend the tags.');
        const labels = kids.some((item) =>
          item.children.some((child) => isNode(child) && child.role === 'Lbl'),
        );
        if (labels && !node.attributes['ListNumbering'])
          report(location(), 'A list has labels and does not say of which kind (ListNumbering).', 'Say it.');
      }
      if (node.role === 'LI' && kids.some(({ role }) => !['Lbl', 'LBody', 'Span'].includes(role)))
        report(
          location(),
          'An item of a list holds something besides its label and its text.',
          'Mend the tags.',
        );
      if (node.role === 'Lbl' && nodeText(node, marked).trim() === '' && !node.alt)
        report(location(), 'A label has no text.', 'Make it an artifact, or write it.');
      if (node.role === 'Note' && node.noteId === undefined)
        report(location(), 'A note has no id, so nothing can lead to it.', 'Give it one.');
      if (node.noteId !== undefined) {
        ids.set(node.noteId, (ids.get(node.noteId) ?? 0) + 1);
        if (ids.get(node.noteId) === 2)
          report(location(), `Two elements have the same id, “${node.noteId}”.`, 'Give each its own.');
      }
    }
    if (ids.size > 0 && !pdf.structure?.hasIdTree)
      report({}, 'Elements have ids, and no table leads to them (IDTree).', 'Make the file again.');
  },
};
