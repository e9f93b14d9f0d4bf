import { slug } from '../../content/entries/entry.ts';

/** What files made from a source are called in a pack: the name of its own file. */
export const sourceStem = (path: string): string => {
  const name = path
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, '');
  return slug(name).slice(0, 40).replace(/-+$/, '') || 'imported';
};
