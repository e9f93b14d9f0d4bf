import type { Check } from '../check.ts';

/** Viewers and printers do not have to repair the file. */
export const fileSound: Check = {
  name: 'file',
  description: 'the file and its pages can be read completely',
  run({ pdf }, report) {
    for (const problem of pdf.problems)
      report({}, `The file is damaged: ${problem}.`, 'Create it again, or repair it.');
    pdf.pages.forEach(({ problems }, page) => {
      for (const problem of problems)
        report({ page }, `The page is damaged: ${problem}.`, 'Create the file again.');
    });
    if (!pdf.metadata.hasIdentifier)
      report({}, 'The file has no identifier.', 'PDF/A requires one of 16 bytes.', 'warning');
  },
};
