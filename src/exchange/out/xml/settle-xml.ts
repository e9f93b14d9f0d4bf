/** Characters that no XML file may have, whatever is done to them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Leaves out the characters that no XML file may have. They print nothing. */
export const settleXml = (text: string): string => text.replace(FORBIDDEN, '');
