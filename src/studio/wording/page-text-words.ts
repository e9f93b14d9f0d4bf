/** What the text of a page says besides what is printed on it. */
export const PAGE_TEXT_WORDS = {
  picture: (description: string) => `Picture: ${description}`,
  blank: 'Nothing is printed on this page.',
} as const;
