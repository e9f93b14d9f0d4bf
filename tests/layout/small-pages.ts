import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { createLanguage } from '../../src/layout/language/language.ts';
import type { PageSetup } from '../../src/layout/paging/page-setup.ts';
import { readStyles } from '../../src/layout/style/read-styles.ts';
import { mm } from '../../src/pages/length.ts';
import { fonts } from '../support.ts';

const setup: PageSetup = {
  width: mm(148),
  height: mm(105),
  margins: { inner: mm(20), outer: mm(16), top: mm(12), bottom: mm(12) },
  columns: { count: 1, gap: 0 },
  twoSided: true,
};

/** Options to lay English text out on small pages, so that little text fills many. */
export const SMALL_PAGES = {
  setup,
  style: readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!,
  fonts,
  language: createLanguage('en-GB'),
};
