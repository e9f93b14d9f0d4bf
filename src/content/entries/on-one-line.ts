/** Puts a text on one line, with “ / ” for hard breaks, the way verse is quoted in running text. */
export const onOneLine = (text: string): string =>
  text
    .replace(/^\u00A0+/, '')
    .replace(/\u00A0{3,}/g, ' ')
    .replace(/[ \t]*(?:(?<!\\)\\| {2})\n\s*/g, ' / ')
    .replace(/\s*\n\s*/g, ' ');
