/** The speaker of quotations that no character says aloud. */
export const NARRATOR = 'narrator';
