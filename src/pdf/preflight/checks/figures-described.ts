import { describesNothing } from '../../../pages/describes-nothing.ts';
import { type Check, locationOf } from '../check.ts';

/** Pictures have an alternative text (Alt), for readers who can’t see them. */
export const figuresDescribed: Check = {
  name: 'figures',
  description: 'figures have a description, and pictures are tagged as figures',
  run(file, report) {
    const { nodes, content, parents, pdf } = file;
    for (const node of nodes) {
      if (node.role !== 'Figure' && node.role !== 'Formula') continue;
      const description = (node.alt ?? node.actualText ?? '').trim();
      if (description === '')
        report(
          locationOf(node, file),
          `A ${node.role === 'Figure' ? 'figure' : 'formula'} has no description.`,
          'Add alternative text (Alt) that says what it shows.',
        );
      else if (describesNothing(description))
        report(
          locationOf(node, file),
          `A figure is described as “${description}”, which does not say what it shows.`,
          'Describe what it shows.',
        );
    }
    const inFigure = new Set<string>();
    for (const { item, node } of content)
      for (let one: typeof node | undefined = node; one; one = parents.get(one))
        if ('mcid' in item && /^(Figure|Formula)$/.test(one.role)) inFigure.add(`${item.page}:${item.mcid}`);
    pdf.pages.forEach(({ marks }, page) => {
      for (const { kind, structureRef, box } of marks)
        if (
          kind === 'image' &&
          structureRef &&
          'mcid' in structureRef &&
          !inFigure.has(`${page}:${structureRef.mcid}`)
        )
          report(
            { page, box },
            'A picture is tagged as text, so nothing says what it shows.',
            'Tag it as a Figure.',
            'warning',
          );
    });
  },
};
