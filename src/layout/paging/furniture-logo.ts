import { rounded } from '../../pages/length.ts';
import type { Mark } from '../../pages/page.ts';
import type { Picture } from '../../pages/picture.ts';

/** A logo for the head of pages, and its width in points. */
interface HeadLogo {
  readonly width: number;
  readonly mark: Mark;
}

/** The widest logo, as a multiple of its height. A wider one is made smaller. */
const WIDEST = 4;

/**
 * Sets a picture as part of the head of a page, which is not content.
 * @param name the picture's path
 * @param height the height of its room, in points; it stands in the middle of it
 */
export function setLogo(name: string, picture: Picture, height: number): HeadLogo {
  const scale = Math.min(height / picture.height, (height * WIDEST) / picture.width);
  const size = { width: rounded(picture.width * scale), height: rounded(picture.height * scale) };
  const structureRef = { artifact: 'page' } as const;
  const marks: readonly Mark[] =
    picture.kind === 'drawing'
      ? asArtifact(picture.marks)
      : [{ kind: 'image', structureRef, image: name, box: { x: 0, y: 0, ...size } }];
  const group = {
    kind: 'group',
    role: 'logo',
    x: 0,
    y: rounded((height - size.height) / 2),
    turn: 0,
  } as const;
  const inner = { kind: 'group', role: 'picture', x: 0, y: 0, turn: 0, marks } as const;
  const drawn: Mark = { ...inner, scale: picture.kind === 'drawing' ? scale : 1 };
  return { width: size.width, mark: { ...group, scale: 1, clip: { x: 0, y: 0, ...size }, marks: [drawn] } };
}

const asArtifact = (marks: readonly Mark[]): Mark[] =>
  marks.map((mark) => {
    if (mark.kind === 'group') return { ...mark, marks: asArtifact(mark.marks) };
    return mark.kind === 'link' ? mark : { ...mark, structureRef: { artifact: 'page' } };
  });
