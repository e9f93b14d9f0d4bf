import { isNode } from '../../reading/read-node.ts';
import { nodeText } from '../../reading/text-of.ts';
import { type Check, locationOf, ownOrForeign } from '../check.ts';

/** Lists have items with labels, and notes can be found. */
export const listsNotes: Check = {
  name: 'lists-notes',
  description: 'lists contain items, labels have text, and each note has its own id',
  run(file, report) {
    const { nodes, marked, pdf } = file;
    const ids = new Map<string, number>();
    for (const node of nodes) {
      const kids = node.children.filter(isNode);
      const location = () => locationOf(node, file);
      if (node.role === 'L') {
        if (kids.some(({ role }) => !['LI', 'L', 'Caption'].includes(role)))
          report(location(), 'A list contains something that is not an item.', 'Correct the tags.');
        const labels = kids.some((item) =>
          item.children.some((child) => isNode(child) && child.role === 'Lbl'),
        );
        if (labels && !node.attributes['ListNumbering'])
          report(
            location(),
            'A list has labels but does not say which kind (ListNumbering).',
            'Set ListNumbering.',
          );
      }
      if (
        node.role === 'LI' &&
        kids.some(({ role }) => !['Lbl', 'LBody', 'Span', 'NonStruct'].includes(role))
      )
        report(
          location(),
          'A list item contains something other than its label and its text.',
          'Correct the tags.',
        );
      if (node.role === 'Lbl' && nodeText(node, marked).trim() === '' && !node.alt)
        // Browsers draw bullets as shapes.
        report(location(), 'A label has no text.', 'Add text, or make it an artifact.', ownOrForeign(file));
      if (node.role === 'Note' && node.noteId === undefined)
        report(location(), 'A note has no id, so nothing can lead to it.', 'Give it an id.');
      if (node.noteId !== undefined) {
        ids.set(node.noteId, (ids.get(node.noteId) ?? 0) + 1);
        if (ids.get(node.noteId) === 2)
          report(location(), `Two elements have the same id, “${node.noteId}”.`, 'Give each a different id.');
      }
    }
    if (ids.size > 0 && !pdf.structure?.hasIdTree)
      report({}, 'Elements have ids, but there is no table of ids (IDTree).', 'Create the file again.');
  },
};
