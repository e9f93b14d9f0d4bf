import type { Laid, StructureNode } from '../../pages/laid.ts';
import type { Mark } from '../../pages/page.ts';

/**
 * Gives pages without links, which PDF/X does not allow on what is printed. In the structure a link becomes plain
 * text.
 */
export const withoutLinks = (laid: Laid): Laid => ({
  ...laid,
  pages: laid.pages.map((page) => ({ ...page, marks: removeLinks(page.marks) })),
  structure: withoutLinkRoles(laid.structure),
});

const removeLinks = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'link') return [];
    return mark.kind === 'group' ? [{ ...mark, marks: removeLinks(mark.marks) }] : [mark];
  });

const withoutLinkRoles = (node: StructureNode): StructureNode => ({
  ...node,
  role: node.role === 'Link' ? 'Span' : node.role,
  children: node.children.map((child) => ('role' in child ? withoutLinkRoles(child) : child)),
});
