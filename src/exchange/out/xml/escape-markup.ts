/** Characters that XML 1.0 cannot hold, whether escaped or not. HTML cannot hold them either. */
export const IMPOSSIBLE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Escapes text for HTML and XML, in an element or in an attribute between double quotation marks. Characters that these cannot
 * hold become the sign for a character that is not known.
 */
export const escapeMarkup = (text: string): string =>
  text
    .replace(IMPOSSIBLE_CHARACTERS, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
