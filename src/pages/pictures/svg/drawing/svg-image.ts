import { type Matrix, transformPoint } from '../../../matrix.ts';
import type { Box, ImageMark, Mark } from '../../../page.ts';
import type { Raster } from '../../../picture.ts';
import { clippedByBox, uprightBox } from '../shapes/svg-clip.ts';

/** A picture of pixels that is inside a drawing, as bytes; undefined if an address is anything else. */
export function embeddedBytes(address: string): Uint8Array | undefined {
  const match = /^\s*data:image\/(?:png|jpe?g)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s%]*)$/i.exec(address);
  if (!match) return undefined;
  return new Uint8Array(Buffer.from(match[1]!.replace(/%0A|%0D|\s/gi, '').replaceAll('%3D', '='), 'base64'));
}

/** The mark of an embedded picture in its box, in user units: fitted into it, filling it or stretched. */
export function imageMarks(
  name: string,
  { width, height }: Raster,
  box: Box,
  fit: string,
  matrix: Matrix,
): Mark[] {
  const [a, b, c, d] = matrix;
  const [ratio, way] = [fit.trim().split(/\s+/)[0] ?? '', fit.includes('slice') ? 'slice' : 'meet'];
  const [across, down] = [box.width / width, box.height / height];
  const scale = way === 'slice' ? Math.max(across, down) : Math.min(across, down);
  const size =
    ratio === 'none'
      ? { width: box.width, height: box.height }
      : { width: width * scale, height: height * scale };
  const share = (end: 'x' | 'Y') => (ratio.includes(`${end}Min`) ? 0 : ratio.includes(`${end}Max`) ? 1 : 0.5);
  const placed: Box = {
    x: box.x + (box.width - size.width) * (ratio === 'none' ? 0 : share('x')),
    y: box.y + (box.height - size.height) * (ratio === 'none' ? 0 : share('Y')),
    ...size,
  };
  const mark = (inBox: Box): ImageMark => ({
    kind: 'image',
    structureRef: { slot: 0 },
    image: name,
    box: inBox,
  });
  const upright = a > 0 && d > 0 ? uprightBox(matrix, placed) : undefined;
  if (upright) return [...clippedByBox(uprightBox(matrix, box)!, [mark(upright)])];
  const [x, y] = transformPoint(matrix, 0, 0);
  return [
    {
      kind: 'group',
      role: 'drawing',
      x,
      y,
      turn: 0,
      scale: 1,
      matrix: [a, b, c, d],
      clip: box,
      marks: [mark(placed)],
    },
  ];
}
