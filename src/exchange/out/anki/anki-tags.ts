/** Tags as Anki has them: words with spaces between them, so that a tag has none itself. */
export const ankiTags = (tags: readonly string[]): string =>
  tags.map((tag) => tag.trim().replace(/\s+/g, '-')).join(' ');
