import { isEmoji, LETTERS } from './emoji-sequence.ts';
import type { FontFile } from './font-file.ts';
import { type Face, type Faces, plainFace } from './open-faces.ts';

/** A stretch of text that one face can set. */
export interface FaceRun {
  readonly face: string;
  readonly text: string;
}

/** Finds faces for characters: the one asked for, or another that has what it lacks. */
interface FontFallback {
  /** Whether the face itself has a character. */
  has(face: string, character: string): boolean;
  runs(face: string, text: string): FaceRun[];
  missingCharacters(face: string, text: string): string[];
  packagesFor(character: string): string[];
}

/** The face of emoji. Its space is as wide as a picture, so it is used for nothing else that another face has. */
export const EMOJI_FACE = 'emoji';

/** Characters that need no glyph of their own. */
const NEEDS_NO_GLYPH = /[ \u00A0]|\p{Default_Ignorable_Code_Point}/u;

const SPACE = /^[ \u00A0]/;

/** Codes of characters below this, with the letters and signs of European languages, are looked up in a table. */
const OWNED_CODES = 0x2200;

/**
 * @param families where to look for what a face lacks, in this order; then in the files that have an `only`. A family’s
 * face of the same weight and slope comes before its upright one: `sans-bold` for `serif-bold`.
 */
export function createFontFallback(
  files: readonly FontFile[],
  faces: Faces,
  families: readonly string[],
): FontFallback {
  const sources = new Map(files.map((file) => [file.face, file]));
  const optional = files.filter((file) => file.only);
  const candidates = faceSearch(sources, optional, faces, families);

  const has = (name: string, character: string): boolean =>
    NEEDS_NO_GLYPH.test(character) || covers(faces.open(name), character.codePointAt(0)!);
  const hasAll = wholeTextLookup(has);

  const faceFor = (name: string, character: string): string | undefined =>
    has(name, character)
      ? name
      : candidates(name, character).find((other) => other !== name && has(other, character));

  /** One face for a letter and its marks: two faces would not put the marks in the right place. */
  const faceForCluster = (name: string, cluster: string): string | undefined =>
    [name, ...candidates(name, cluster)].find((face) =>
      [...cluster].every((character) => has(face, character)),
    );

  const showsEmoji = (letter: string) =>
    isEmoji(letter) &&
    sources.has(EMOJI_FACE) &&
    [...letter].every((character) => has(EMOJI_FACE, character));

  return {
    has,
    runs(name, text) {
      if (text !== '' && hasAll(name, text)) return [{ face: name, text }];
      const runs: GrowingRun[] = [];
      for (const [letter] of text.matchAll(LETTERS)) {
        if (showsEmoji(letter)) addToRuns(runs, EMOJI_FACE, letter);
        else if (runs.at(-1)?.face === EMOJI_FACE && SPACE.test(letter)) addToRuns(runs, name, letter, true);
        else {
          const shared = letter.length > 1 ? faceForCluster(name, letter) : undefined;
          if (shared) addToRuns(runs, shared, letter);
          else for (const character of letter) addToRuns(runs, faceFor(name, character) ?? name, character);
        }
      }
      return runs;
    },
    missingCharacters: (name, text) =>
      hasAll(name, text)
        ? []
        : [...new Set(text)].filter((character) => faceFor(name, character) === undefined),
    packagesFor(character) {
      const absent = optional.filter((file) => file.only!.test(character) && !faces.find(file.face));
      return [...new Set(absent.flatMap((file) => file.from ?? []))];
    },
  };
}

/** Gives a function that finds the faces to try for a text that a face lacks. */
function faceSearch(
  sources: ReadonlyMap<string, FontFile>,
  optional: readonly FontFile[],
  faces: Faces,
  families: readonly string[],
): (name: string, text: string) => string[] {
  const searched = [...families, ...new Set(optional.map((file) => file.face.replace(/-.*$/, '')))];
  return (name, text) => {
    const cut = plainFace(name).replace(/^[a-z]+/, '');
    return searched.flatMap((family) =>
      [...new Set([family + cut, family])].filter((face) => {
        const source = sources.get(face);
        return source && (source.only?.test(text) ?? true) && faces.find(face) !== undefined;
      }),
    );
  };
}

/**
 * Gives a function that tells whether a face itself has all of a text, as it usually does: then there is nothing to look
 * for. It is asked of every line, so the answers for the commonest characters are kept in tables.
 */
function wholeTextLookup(
  has: (name: string, character: string) => boolean,
): (name: string, text: string) => boolean {
  /** For each face, 1 at every code of a character that it is known to have. */
  const owned = new Map<string, Uint8Array>();
  return (name, text) => {
    let own = owned.get(name);
    if (!own) {
      own = new Uint8Array(OWNED_CODES);
      owned.set(name, own);
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= OWNED_CODES) return false;
      if (own[code] === 1) continue;
      if (!has(name, text[at]!)) return false;
      own[code] = 1;
    }
    return true;
  };
}

/** Whether the font of a face has a code point. */
function covers({ font, covered }: Face, point: number): boolean {
  const known = covered.get(point);
  if (known !== undefined) return known;
  const found = font.hasCharacter(point);
  covered.set(point, found);
  return found;
}

interface GrowingRun {
  readonly face: string;
  text: string;
}

/**
 * Adds text to the last run if it is in the same face. A character that needs no glyph stays with the text before it, unless
 * it is to be apart.
 */
function addToRuns(runs: GrowingRun[], face: string, text: string, isApart = false): void {
  const last = runs.at(-1);
  const stays = !isApart && text.length === 1 && NEEDS_NO_GLYPH.test(text);
  if (last && (last.face === face || stays)) last.text += text;
  else runs.push({ face, text });
}
