/** Characters that print nothing and are hardly ever meant, and those that the program reserves for itself. */
const UNSEEN =
  /[\u0000-\u0008\u000E-\u001F\u007F\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000-\uE002]/gu;

/** Spaces and line ends as one space; a space that must not break stays, alone. */
const ROOM = /[\t-\r \u0085\u2028\u2029]+/g;

/** Puts a text on one line, without what prints nothing. */
export const onePlainLine = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(ROOM, ' ')
    .replace(/[ \u00A0]{2,}/g, ' ')
    .replace(/^[ \u00A0]+|[ \u00A0]+$/g, '');

/** Writes plain text, on one line, as Markdown that prints it letter by letter. Blanks of underscores stay blanks. */
export const plainMarkdown = (text: string): string => escapeInline(onePlainLine(text));

/** Escapes what Markdown would take for more than letters, anywhere in a line; what it takes so at its start is for `atLineStart`. */
export function escapeInline(text: string): string {
  const dollars = text.split('$').length > 2;
  return text
    .replace(/_{3,}|[\\`*[\]|_$~<&]/g, (found, offset: number) => {
      const before = text[offset - 1] ?? ' ';
      const after = text[offset + found.length] ?? ' ';
      return isHarmless(found, before, after, text.slice(offset), dollars) ? found : `\\${found}`;
    })
    .replace(/\((quotation|sources?):/g, '($1\\:')
    .replace(/\(pinned\)$/, '(pinned\\)');
}

const WORD = /[\p{L}\p{N}]/u;

/** Whether a character that may mean something in Markdown means nothing where it is. */
function isHarmless(found: string, before: string, after: string, rest: string, dollars: boolean): boolean {
  switch (found) {
    case '_':
      return WORD.test(before) && WORD.test(after);
    case '$':
      return !dollars;
    case '~':
      return before !== '~' && after !== '~';
    case '<':
      return !/[a-z/!?]/i.test(after);
    case '&':
      return !/^&(?:#\d+|#x[\da-f]+|\w+);/i.test(rest);
    case '\\':
      // Before a letter it is only itself, and what is escaped here gets its own.
      return WORD.test(after);
    default:
      return found.length > 1;
  }
}

/** Escapes what begins a heading, a list, a quotation or a rule at the start of a line of Markdown. */
export const atLineStart = (line: string): string =>
  line.replace(/^([#>:=]|[-+](?=\s|$|-))/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
