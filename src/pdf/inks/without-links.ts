import type { Laid, StructureNode } from '../../pages/laid.ts';
import type { Mark } from '../../pages/page.ts';

/** Pages without links: PDF/X allows none where something is printed. What was a link is plain text in the structure. */
export const withoutLinks = (laid: Laid): Laid => ({
  ...laid,
  pages: laid.pages.map((page) => ({ ...page, marks: unlinked(page.marks) })),
  structure: plain(laid.structure),
});

const unlinked = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'link') return [];
    return mark.kind === 'group' ? [{ ...mark, marks: unlinked(mark.marks) }] : [mark];
  });

const plain = (node: StructureNode): StructureNode => ({
  ...node,
  role: node.role === 'Link' ? 'Span' : node.role,
  children: node.children.map((child) => ('role' in child ? plain(child) : child)),
});
