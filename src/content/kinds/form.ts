/** How a text is set: prose runs on; lines of verse, and of plays, end where their author ends them. */
export const TEXT_FORMS = ['prose', 'verse', 'drama'] as const;

/** One of `FORMS`. */
export type TextForm = (typeof TEXT_FORMS)[number];
