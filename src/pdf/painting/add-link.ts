import type { Matrix } from '../../pages/matrix.ts';
import type { LinkMark, Page } from '../../pages/page.ts';
import { boxIn } from './box-in.ts';
import type { Painter } from './painter.ts';

/** Adds a link to the page that is being painted. */
export function addLink(
  mark: LinkMark,
  { document, tree, suffix, usedDestinations }: Painter,
  page: Page,
  transform: Matrix,
): void {
  const annotation = document.ref({});
  if ('destination' in mark.target) usedDestinations.add(mark.target.destination);
  Object.assign(annotation.data, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: boxIn(transform, mark.box, page),
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(mark.contents),
    StructParent: tree.annotate(mark.node, annotation),
    ...('url' in mark.target
      ? { A: { S: 'URI', URI: new String(percentEncoded(mark.target.url)) } }
      : { Dest: new String(mark.target.destination + suffix) }),
  });
  document.page.annotations.push(annotation);
  annotation.end();
}

/** Gives an address with spaces and what is beyond ASCII percent-encoded. What is encoded already stays. */
const percentEncoded = (url: string): string =>
  url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));
