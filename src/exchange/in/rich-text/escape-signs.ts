/** Signs that may mean something in Markdown anywhere in a line; blanks to write on are one. */
const SIGNS = /_{3,}|[\\`*[\]|_$~<&^{}=]/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Puts a backslash before each sign of plain text that Markdown would take for more than itself, and before no other, so
 * that a teacher can still read it. What it takes so only at the start of a line is for `atLineStart`.
 */
export function escapeSigns(text: string): string {
  const isPaired = { $: text.split('$').length > 2, '^': text.split('^').length > 2 };
  return text
    .replace(SIGNS, (found, offset: number) => {
      const before = text[offset - 1] ?? ' ';
      const after = text[offset + found.length] ?? ' ';
      return isHarmless(found, before, after, text.slice(offset), isPaired)
        ? found
        : [...found].map((sign) => `\\${sign}`).join('');
    })
    .replace(/\((quotation|sources?):/g, '($1\\:')
    .replace(/\(pinned\)$/, '(pinned\\)');
}

/** Whether a sign that may mean something means nothing where it is. */
function isHarmless(
  found: string,
  before: string,
  after: string,
  rest: string,
  isPaired: Readonly<Record<'$' | '^', boolean>>,
): boolean {
  switch (found) {
    case '_':
      return WORD.test(before) && WORD.test(after);
    case '$':
      return !isPaired.$;
    case '^':
      return !isPaired['^'] && after !== '[';
    case '~':
    case '=':
      return before !== found && after !== found;
    case '{':
      // After a bracket it gives words a language, and at the end of a heading an id.
      return before !== ']' && !/[#.:%]/.test(after);
    case '}':
      return true;
    case '<':
      return !/[a-z/!?]/i.test(after);
    case '&':
      return !/^&(?:#\d+|#x[\da-f]+|\w+);/i.test(rest);
    case '\\':
      // Before a letter it is only itself, and what is escaped here gets its own.
      return WORD.test(after);
    default:
      // Blanks that no word follows begin no emphasis.
      return found.startsWith('___') && !WORD.test(after);
  }
}
