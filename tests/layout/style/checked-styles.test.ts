import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { withChecked } from '../../../src/cli/files/reading/with-checked.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readStyles, type StyleFile } from '../../../src/layout/style/read-styles.ts';

describe('what was found in styles when the program was bundled', () => {
  const known = readTemplateSet(createReport()).styles;
  const files = known.map(({ checked: _, ...file }): StyleFile => file);

  it('is what is found in them now', () => {
    for (const file of known) expect(file.checked, file.name).toBeDefined();
    const [before, now] = [readStyles(known, createReport()), readStyles(files, createReport())];
    expect([...before]).toEqual([...now]);
    expect(before.size).toBe(known.length);
  });

  it('is not used for another text', () => {
    const file = files.find(({ name }) => name === 'standard.yaml')!;
    const text = file.text.replace(/^body-size: .*$/m, 'body-size: 13');
    const changed = withChecked<StyleFile>('styles', [{ ...file, text }]);
    expect(changed[0]!.checked).toBeUndefined();
    expect(readStyles(changed, createReport()).get('standard')!['body-size']).toBe(13);
  });

  it('is nothing for a file in which something is wrong', () => {
    const report = createReport();
    const [broken] = withChecked<StyleFile>('styles', [{ ...files[0]!, text: 'name: Mine' }]);
    expect(readStyles([broken!], report).size).toBe(0);
    expect(report.failed()).toBe(true);
  });
});
