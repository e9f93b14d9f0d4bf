import type { Laid } from '../../pages/laid.ts';
import type { Painter } from './painter.ts';
import type { Reference } from './pdf-document.ts';

/**
 * Writes the destinations that links of a part lead to.
 * @param firstPage the number in the file of the part's first page, from 0
 */
export function writeDestinations(laid: Laid, painter: Painter, firstPage: number): void {
  const { document, suffix, usedDestinations } = painter;
  const { Kids } = (document._root.data['Pages'] as Reference).data as { Kids: Reference[] };
  const names = document._root.data['Names'] as Reference;
  const tree = names.data['Dests'] as { add(name: string, value: unknown): void };
  const destinations = new Map(Object.entries(laid.destinations));
  for (const name of [...usedDestinations].sort()) {
    const destination = destinations.get(name);
    if (destination)
      tree.add(name + suffix, [
        Kids[firstPage + destination.page],
        'XYZ',
        null,
        laid.pages[destination.page]!.height - destination.y,
        null,
      ]);
  }
}
