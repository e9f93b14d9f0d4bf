import type { InlinePicture } from '../../../blocks/picture-content.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { HAIRLINE, thinnestLine } from '../../../pages/hairlines.ts';
import type { Drawing, Picture } from '../../../pages/picture.ts';
import { pictureName } from '../../../pages/picture-name.ts';
import { uprightSize } from '../../lines/printed-size.ts';

/** Pixels per inch below which they show in print. */
const FINE = 150;

type Printed = Pick<InlinePicture, 'at' | 'picture'>;

/** Reports what will not look well on paper in a picture that is printed at a width, in points. */
export function checkPicture(
  picture: Picture,
  width: number,
  { at, picture: path }: Printed,
  report: Report,
): void {
  const printed = { at, picture: pictureName(path) };
  if (picture.kind === 'raster') checkFineness(picture, width, printed, report);
  else checkLines(picture, width, printed, report);
}

function checkFineness(
  picture: Picture,
  width: number,
  { at, picture: name }: Printed,
  report: Report,
): void {
  const fineness = Math.round(uprightSize(picture).width / (width / 72));
  if (fineness >= FINE) return;
  report.add(
    'picture-coarse',
    at,
    `The picture “${name}” prints at ${fineness} pixels per inch; below ${FINE}, the pixels show.`,
    'Use a picture with more pixels, or print it smaller.',
    undefined,
    { kind: 'picture', subject: `“${name}”` },
  );
}

/** Reports lines thinner than printers can print. They keep their width here; painting widens them. */
function checkLines(drawing: Drawing, width: number, { at, picture: name }: Printed, report: Report): void {
  const thinnest = thinnestLine(drawing.marks, width / drawing.width);
  if (thinnest > HAIRLINE - 0.005) return;
  report.add(
    'line-thin',
    at,
    `The drawing “${name}” prints with lines of ${Math.round(thinnest * 100) / 100} points. They are thickened to ${HAIRLINE}, the thinnest that printers can print reliably.`,
    'Draw thicker lines, or print the drawing larger.',
  );
}
