import { IMPOSSIBLE_CHARACTERS } from './escape-markup.ts';

/** Leaves out the characters that no XML file may have, escaped or not. They print nothing. */
export const xmlSafeText = (text: string): string => text.replace(IMPOSSIBLE_CHARACTERS, '');
