import type { OutlineItem } from '../../pages/laid.ts';
import type { OutlineNode, PdfDocument } from './pdf-document.ts';

/** Writes the bookmarks of a file. */
export function writeOutline(items: readonly OutlineItem[], document: PdfDocument): void {
  const path: { level: number; node: OutlineNode }[] = [];
  for (const item of items) {
    while (path.length > 0 && path.at(-1)!.level >= item.level) path.pop();
    const parent = path.at(-1)?.node ?? document.outline;
    path.push({
      level: item.level,
      node: parent.addItem(item.title, { fit: true, pageNumber: item.page, expanded: item.level === 1 }),
    });
  }
}
