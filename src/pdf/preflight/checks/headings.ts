import { nodeText } from '../../reading/text-of.ts';
import { type Check, locationOf } from '../check.ts';

/** Headings make an outline without gaps. */
export const headings: Check = {
  name: 'headings',
  description: 'the first heading is H1, and no heading skips a level or is empty',
  run(file, report) {
    const { nodes, marked } = file;
    const hasLevels = nodes.some(({ role }) => /^H[1-6]$/.test(role));
    let before = 0;
    for (const node of nodes) {
      // Each copy of a document in one file begins again.
      if (node.role === 'Part') before = 0;
      const level = /^H([1-6])$/.exec(node.role)?.[1];
      if (node.role === 'H' && hasLevels)
        report(
          locationOf(node, file),
          'Headings with levels (H1) and without (H) are mixed.',
          'Give every heading a level.',
        );
      if (level === undefined) continue;
      if (before === 0 && level !== '1')
        report(locationOf(node, file), `The first heading is a ${node.role}, not H1.`, 'Begin with H1.');
      else if (Number(level) > before + 1)
        report(
          locationOf(node, file),
          `A level ${level} heading follows a level ${before} heading.`,
          'Do not skip levels.',
        );
      if (nodeText(node, marked).trim() === '')
        report(locationOf(node, file), 'A heading has no text.', 'Write some text, or delete the heading.');
      before = Number(level);
    }
  },
};
