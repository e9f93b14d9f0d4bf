import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Picture } from '../picture.ts';
import { pictureName } from '../picture-name.ts';
import { embeddedFile, isEmbedded } from './embedded-file.ts';
import { readPicture } from './read-picture.ts';
import type { DrawingFonts } from './render-drawing.ts';

/** A picture file, with the path that blocks use for it. */
export interface PictureFile {
  readonly path: string;
  /** Read when they are first asked for: a folder may hold far more pictures than are used. */
  readonly bytes: Uint8Array;
  /** Reads them for who looks at every picture once, and keeps no more than there is room for; if they are not there anyway. */
  read?(): Uint8Array;
}

/** A place that uses a picture. */
interface PictureUse {
  readonly picture: string;
  readonly at: Place;
}

/** Painting a document takes up to seven times as much memory as its pictures, and many a school has machines of 4 GB. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The bytes of a picture of pixels, which are written in base64. */
const bytesOf = (picture: Picture): number => (picture.kind === 'raster' ? picture.data.length * 0.75 : 0);

/** One form of each name: systems write slashes, and accents, in different ways. */
const plainPath = (path: string) => path.replaceAll('\\', '/').normalize('NFC');

/**
 * Reads the pictures that are used, by path, and those inside drawings by names of their own; each file once. Nothing
 * is ever fetched. Reports missing pictures where they are used, and broken ones at their file.
 * @param mostBytes how large they may be together
 */
export function readPictures(
  uses: readonly PictureUse[],
  files: readonly PictureFile[],
  fonts: DrawingFonts,
  report: Report,
  mostBytes = MOST_BYTES,
): Map<string, Picture> {
  const byPath = new Map(files.map((file) => [plainPath(file.path), file]));
  const pictures = new Map<string, Picture>();
  const broken = new Set<string>();
  let total = 0;
  for (const { picture: path, at } of uses) {
    if (pictures.has(path) || broken.has(path)) continue;
    const file = isEmbedded(path) ? embeddedFile(path) : byPath.get(path.normalize('NFC'));
    if (!file) {
      reportMissing(path, at, [...byPath.keys()], report);
      continue;
    }
    const read = isEmbedded(path) ? readPicture(file, fonts, report, at) : readPicture(file, fonts, report);
    if (!read) {
      broken.add(path);
      continue;
    }
    const own = [[path, read.picture] as const, ...read.images];
    total += own.reduce((sum, [, picture]) => sum + bytesOf(picture), 0);
    if (total > mostBytes) {
      report.add(
        'picture-too-large',
        at,
        `With this picture, those of the document are larger than ${mostBytes / 1024 / 1024} MB together. It and all after it are left out.`,
        'Save smaller versions: 300 pixels per inch is enough for print. Or divide the document.',
      );
      break;
    }
    for (const [name, picture] of own) pictures.set(name, picture);
  }
  return pictures;
}

function reportMissing(path: string, at: Place, known: readonly string[], report: Report): void {
  const remote = /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(path);
  const hint = isEmbedded(path)
    ? 'Its data is cut off or changed. Copy it again, or save the picture as a file and give its name.'
    : remote
      ? 'Pictures are never downloaded. Save it next to the text, and give the file name.'
      : (suggest(path, known) ??
        'Give the path from the folder of this file. Studypack finds PNG, JPEG, SVG, WebP and GIF files in that folder and below.');
  report.add(
    'picture-missing',
    at,
    `There is no picture “${pictureName(path)}”.`,
    hint,
    isEmbedded(path) ? undefined : path.split('/').at(-1),
    { kind: remote ? 'remote' : 'lost', subject: `“${pictureName(path)}”` },
  );
}
