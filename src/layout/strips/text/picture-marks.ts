import type { Mark, StructureRef } from '../../../pages/page.ts';
import type { Picture } from '../../../pages/picture.ts';

/** Gives the picture’s marks, in a group of the size that it is printed at. */
export function pictureMarks(
  picture: Picture,
  name: string,
  { width, height }: { width: number; height: number },
  structureRef: StructureRef,
): Mark[] {
  const group = { kind: 'group', role: 'picture', turn: 0, scale: 1 } as const;
  if (picture.kind === 'drawing') {
    const scale = width / picture.width;
    return [{ ...group, x: 0, y: 0, scale, marks: placedIn(picture.marks, structureRef) }];
  }
  if (picture.mirrored) {
    const { mirrored: _, ...upright } = picture;
    const marks = pictureMarks(upright, name, { width, height }, structureRef);
    return [{ ...group, x: width, y: 0, matrix: [-1, 0, 0, 1], marks }];
  }
  const { turn } = picture;
  const isSideways = turn % 180 !== 0;
  const box = { x: 0, y: 0, width: isSideways ? height : width, height: isSideways ? width : height };
  const mark: Mark = { kind: 'image', structureRef, image: name, box };
  if (turn === 0) return [mark];
  const x = turn === 90 || turn === 180 ? width : 0;
  const y = turn === 180 || turn === 270 ? height : 0;
  return [{ ...group, x, y, turn, marks: [mark] }];
}

const placedIn = (marks: readonly Mark[], structureRef: StructureRef): Mark[] =>
  marks.map((mark) => {
    if (mark.kind === 'group') return { ...mark, marks: placedIn(mark.marks, structureRef) };
    return mark.kind === 'link' ? mark : { ...mark, structureRef };
  });
