const NAMES =
  'a abbr b big blockquote br center cite code dd del div dl dt em font h[1-6] hr i img input ins kbd li mark ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var audio video source iframe object embed math'
    .split(' ')
    .join('|');
const ATTRIBUTES = /(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?/.source;

/** A tag of HTML. What is in angle brackets in other texts, such as “List<String>” and “a < b”, is not one. */
const TAG = new RegExp(`</?(?:${NAMES})${ATTRIBUTES}>`, 'i');
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d?);/i;

/** Whether a text that may be HTML or not is HTML. */
export const holdsHtml = (text: string): boolean => TAG.test(text) || ENTITY.test(text);

/** Escapes angle brackets that do not belong to a tag of HTML, so that what is between them is not taken for one. */
export const keepBrackets = (text: string): string =>
  text.replace(/<(?!!--)/g, (bracket, offset: number) =>
    TAG_HERE.test(text.slice(offset, offset + 2000)) ? bracket : '&lt;',
  );

const TAG_HERE = new RegExp(`^${TAG.source}`, 'i');
