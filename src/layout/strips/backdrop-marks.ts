import { rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import type { Backdrop, Strip } from './strip.ts';

/** A strip at its place, with its final height. */
interface Placed {
  readonly strip: Strip;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Draws each backdrop as one area behind all the strips that share it, with the gaps between them. */
export function backdropMarks(placed: readonly Placed[]): Mark[] {
  const areas = new Map<string, { backdrop: Backdrop; x: number; top: number; bottom: number }>();
  for (const { strip, x, y, height } of placed)
    for (const backdrop of strip.backdrops) {
      // Each column of a page draws its own part.
      const key = `${backdrop.id} ${x}`;
      const area = areas.get(key);
      if (area) area.bottom = y + height;
      else areas.set(key, { backdrop, x: x + backdrop.x, top: y, bottom: y + height });
    }
  const structureRef = { artifact: 'layout' } as const;
  return [...areas.values()].flatMap(({ backdrop, x, top, bottom }): Mark[] => {
    const box = { x: rounded(x), y: rounded(top), width: backdrop.width, height: rounded(bottom - top) };
    const { fill, stroke, bar } = backdrop;
    return [
      ...(fill !== undefined || stroke !== undefined
        ? [
            {
              kind: 'shape' as const,
              structureRef,
              outline: { box },
              ...(fill !== undefined && { fill }),
              ...(stroke && { stroke }),
            },
          ]
        : []),
      ...(bar
        ? [
            {
              kind: 'shape' as const,
              structureRef,
              outline: { box: { ...box, width: bar.width } },
              fill: bar.colour,
            },
          ]
        : []),
    ];
  });
}
