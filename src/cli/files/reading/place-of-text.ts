/** The file that `verify --write` writes into a pack's folder. */
export const VERDICTS_FILE = 'verdicts.json';
/** The file in which `import --write` remembers what it wrote into a pack. */
export const IMPORTS_FILE = 'imports.json';

/**
 * Says what a text file in a pack is read as, by its path in the pack's folder: Markdown is content, unless it is in the
 * folders for templates and styles. Undefined if it is not read.
 */
export function placeOfText(path: string): 'content' | 'template' | undefined {
  if (!/^(templates|styles)\//.test(path)) return path.endsWith('.md') ? 'content' : undefined;
  const isRead =
    /^templates\/[^/]+\.md\.hbs$/.test(path) ||
    /^templates\/(words|boards)\/[^/]+\.yaml$/.test(path) ||
    /^templates\/partials\/.+\.(hbs|yaml|md)$/.test(path) ||
    /^(templates\/)?styles\/.+\.(hbs|yaml|md)$/.test(path);
  return isRead ? 'template' : undefined;
}
