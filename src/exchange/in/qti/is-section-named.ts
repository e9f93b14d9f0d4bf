/** Whether the title of a section says more than that it is one. */
export const isSectionNamed = (title: string): boolean =>
  title !== '' && !/^(main|section|root)/i.test(title);
