import type { Check } from '../check.ts';

/** A handout has nothing that runs by itself, and no files hidden in it. */
export const activeContent: Check = {
  name: 'active-content',
  description: 'nothing runs when the file is opened, and no other file is attached',
  run({ pdf }, report) {
    const { actions, attachments, hasForm, hasLayers } = pdf.metadata;
    for (const action of new Set(actions))
      report({}, `Something runs when the file is opened (${action}).`, 'Remove the action.');
    pdf.pages.forEach((page, index) => {
      for (const action of new Set(page.actions))
        report({ page: index }, `Something runs when the page is opened (${action}).`, 'Remove the action.');
    });
    for (const name of attachments)
      report(
        {},
        `Another file is attached: “${name}”.`,
        'Distribute it separately. PDF/A-2 forbids most attachments.',
      );
    if (hasForm) report({}, 'The file has form fields.', 'Put their contents on the page.');
    if (hasLayers)
      report({}, 'The file has layers.', 'What prints depends on which layers are visible.', 'warning');
  },
};
