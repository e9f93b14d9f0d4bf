/** A question, or a line that ends in a colon; marks in brackets may follow. */
const ASKS = /[?？:：][*”’"')\]]*(?:\s*[([][^()[\]]{1,20}[)\]])?[*\s]*$/;

/** Whether a text asks for something: it ends in a question mark or a colon. */
export const asksSomething = (text: string): boolean => ASKS.test(text);
