import type { Report } from '../../../diagnostics/report.ts';
import type { ShapingFontBook } from '../../../pages/fonts/font-book.ts';
import type { Picture } from '../../../pages/picture.ts';
import { pictureInGrey } from '../../../pages/pictures/picture-in-grey.ts';
import { readPicture } from '../../../pages/pictures/read-picture.ts';
import { placeInSchool } from '../../../templates/school.ts';
import type { SchoolFiles } from '../build-options.ts';

/** The logo of a school, by its path, in its own colours and in grey. */
export interface Logo {
  readonly path: string;
  readonly picture: Picture;
  readonly grey: Picture;
}

/** Reads the logo of a school. Reports one that is broken, at the line that names it. */
export function readLogo(
  { school, logo: file }: SchoolFiles,
  fonts: ShapingFontBook,
  report: Report,
): Logo | undefined {
  if (!school || !file) return undefined;
  const tried = report.fork();
  const read = readPicture(file, fonts, tried);
  if (read && read.images.size > 0)
    tried.add(
      'picture-unsupported',
      { file: file.path, line: 1, column: 1 },
      'The drawing has a picture in it.',
      'Save it as PNG, or draw it without the picture.',
    );
  const at = placeInSchool(school, 'logo');
  for (const { code, message, hint } of tried.diagnostics) {
    const place = `“${school.value.logo}” cannot be used: `;
    report.add(code, at, `${place}${message.charAt(0).toLowerCase()}${message.slice(1)}`, hint);
  }
  if (!read || tried.failed()) return undefined;
  const { picture } = read;
  return { path: file.path.replaceAll('\\', '/'), picture, grey: pictureInGrey(picture) };
}
