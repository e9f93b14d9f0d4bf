/** What banks call their own roots, which says nothing of a question. */
const ROOTS = /^(?:\$\w+\$|top|default for .*|system|course)?$/i;

/** The tags of the questions in a category: the names on its path, such as “Biology” and “Cells”. */
export const categoryTags = (path: string): string[] =>
  path
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').trim())
    .filter((name) => !ROOTS.test(name));
