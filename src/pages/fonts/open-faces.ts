import type { FontFile } from './font-file.ts';
import { openFont } from './open-font.ts';
import type { PrintFont } from './print-font.ts';

/** A font that is open, with the OpenType features that its text is set with. */
export interface Face {
  readonly font: PrintFont;
  readonly features: readonly string[];
  /** Whether the font has a character, by its code point; filled as characters are asked for. */
  readonly covered: Map<number, boolean>;
}

/** Faces by name, each opened when it is first asked for. */
export interface Faces {
  /** Undefined if no file has this face, or its font is not installed. */
  find(name: string): Face | undefined;
  /** @throws {Error} if there is no such face */
  open(name: string): Face;
}

/** A face without the features that it is set with: `serif-bold` of `serif-bold+onum`. One font file has it. */
export const plainFace = (face: string): string => face.replace(/\+.*$/, '');

/** Makes the faces of some files available by name. Nothing is read yet. */
export function openFaces(files: readonly FontFile[]): Faces {
  const sources = new Map(files.map((file) => [file.face, file]));
  /** Every face that was asked for; undefined for those that are not there. */
  const known = new Map<string, Face | undefined>();

  const load = (name: string): Face | undefined => {
    const source = sources.get(name);
    const bytes = typeof source?.bytes === 'function' ? source.bytes() : source?.bytes;
    return bytes && { font: openFont(name, bytes), features: [], covered: new Map() };
  };

  const find = (name: string): Face | undefined => {
    if (known.has(name)) return known.get(name);
    const [plain = name, ...features] = name.split('+');
    const face = features.length > 0 ? find(plain) : load(plain);
    const withFeatures = face && features.length > 0 ? { ...face, features } : face;
    known.set(name, withFeatures);
    return withFeatures;
  };

  return {
    find,
    open(name) {
      const face = find(name);
      if (!face) throw new Error(`no font for the face “${name}”`);
      return face;
    },
  };
}
