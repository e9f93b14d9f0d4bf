import { describe, expect, it } from 'vitest';
import { describePages } from '../../src/pages/describe-pages.ts';
import { layOutPack } from '../support.ts';

describe('a named block in a body that a template puts into a field', () => {
  const print = (body: string) => {
    const { documents, report } = layOutPack(
      {
        'pack.md': '---\ntitle: Demo\nlang: en-GB\ndate: 2026-11-01\n---\n\nA pack.\n',
        'vocabulary.md': `# Words\n\n## ray\n\n${body}\n`,
      },
      { products: ['vocabulary-cards'] },
    );
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return documents.map(({ pages }) => describePages(pages)).join('\n');
  };

  it.each([
    ['at its end', 'A line of light.\n\n~~~callout\nsort: note\ntext: Mind the angle.\n~~~'],
    ['in its middle', 'A line of light.\n\n~~~callout\ntext: Mind the angle.\n~~~\n\nNo more.'],
    ['at its end, in longer fences', 'A line of light.\n\n~~~~callout\ntext: Mind the angle.\n~~~~'],
  ])('is expanded %s', (_, body) => {
    const printed = print(body);
    expect(printed).toContain('Mind the angle.');
    expect(printed).not.toContain('~~~');
  });
});
