import { encode } from 'uqr';
import { mm } from '../../pages/length.ts';
import type { PathStep } from '../../pages/page.ts';
import type { Drawing } from '../../pages/picture.ts';

/** The side of a square of the code: phones read half a millimetre and more. */
const MODULE = mm(0.65);
/** The white border, in squares. */
const QUIET = 4;

/**
 * A QR code as a drawing of black squares, those of a row in one. It can be read with 15 % of it lost (level M).
 * @param text in capitals, digits and /-:. only, which needs the fewest squares
 */
export function qrPicture(text: string): Drawing {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path: PathStep[] = [];
  const at = (squares: number) => Math.round((squares + QUIET) * MODULE * 1000) / 1000;
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path.push(['M', at(from), at(y)], ['L', at(x + 1), at(y)], ['L', at(x + 1), at(y + 1)]);
      path.push(['L', at(from), at(y + 1)], ['Z']);
    }
  });
  const side = Math.round((size + 2 * QUIET) * MODULE * 1000) / 1000;
  return {
    kind: 'drawing',
    width: side,
    height: side,
    marks: [{ kind: 'shape', structureRef: { slot: 0 }, outline: { path }, fill: 0 }],
  };
}
