import type { Check } from '../check.ts';

/** A handout has nothing that runs by itself, and no files hidden in it. */
export const activeContent: Check = {
  name: 'active-content',
  description: 'nothing runs when the file is opened, and no other file hides in it',
  run({ pdf }, report) {
    const { actions, attachments, hasForm, hasLayers } = pdf.metadata;
    for (const action of new Set(actions))
      report({}, `Something runs when the file is opened (${action}).`, 'Take the action out.');
    pdf.pages.forEach((page, index) => {
      for (const action of new Set(page.actions))
        report(
          { page: index },
          `Something runs when the page is opened (${action}).`,
          'Take the action out.',
        );
    });
    for (const name of attachments)
      report(
        {},
        `Another file is attached: “${name}”.`,
        'Hand it out apart. PDF/A-2 forbids attachments of most kinds.',
      );
    if (hasForm) report({}, 'The file has form fields.', 'Put what they hold into the page.');
    if (hasLayers)
      report({}, 'The file has layers.', 'What is printed depends on which of them are shown.', 'warning');
  },
};
