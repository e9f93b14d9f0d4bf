import { encode } from 'uqr';
import { mm, rounded } from '../../pages/length.ts';
import type { PathStep, ShapeMark } from '../../pages/page.ts';
import type { Drawing } from '../../pages/picture.ts';

/** The side of a square of the code: phones read half a millimetre and more. */
const MODULE = mm(0.65);
/** The white border, in squares. */
const QUIET = 4;

/**
 * A QR code as a drawing: the black squares of a row that touch are one line, as thick as a square. Coordinates are whole
 * squares, which compress best. It can be read with 15 % of it lost (level M).
 * @param text in capitals, digits and /-:. only, which needs the fewest squares
 */
export function qrPicture(text: string): Drawing {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path: PathStep[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path.push(['M', from, y + 0.5], ['L', x + 1, y + 0.5]);
    }
  });
  const side = rounded(size * MODULE);
  const squares: ShapeMark = {
    kind: 'shape',
    structureRef: { slot: 0 },
    outline: { path },
    stroke: { colour: 0, width: 1 },
  };
  return {
    kind: 'drawing',
    width: side,
    height: side,
    marks: [{ kind: 'group', x: 0, y: 0, turn: 0, scale: MODULE, role: 'code', marks: [squares] }],
  };
}
