import type { ImportedPicture } from '../imported.ts';

/** The way from the folder of a file up to that of its pack. */
const wayUp = (file: string): string => file.replace(/[^/]*$/, '').replace(/[^/]+\//g, '../');

/** Writes the paths of pictures, which are below the pack’s folder, as Markdown names them: from the folder of the file. */
export const pathsFromFile = (
  file: string,
  text: string,
  pictures: readonly Pick<ImportedPicture, 'path'>[],
): string =>
  pictures.reduce((all, { path }) => all.replaceAll(`](${path})`, `](${wayUp(file)}${path})`), text);

/** Writes the paths of pictures as imports name them, whatever file an entry is in, so that its words can be compared. */
export const pathsFromPack = (file: string, text: string): string =>
  text.replaceAll(`](${wayUp(file)}pictures/`, '](pictures/');
