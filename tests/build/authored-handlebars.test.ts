import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const textIn = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? textIn(mark.marks) : ''))
    .join(' ');

describe('what authors write as templates are written', () => {
  const odd = [
    '{{pack.title}}',
    '{{{body}}}',
    '{{#each this}}',
    '{{> vocabulary}}',
    '{{!-- no --}}',
    '{{',
    '}}',
  ];

  it.each(odd)('is printed as it is: %s', (text) => {
    const { documents, report } = layOutPack(
      {
        'pack.md': `---\ntitle: ${JSON.stringify(`On ${text} light`)}\nlang: en-GB\ndate: 2026-01-05\n---\n\nAbout ${text} it.\n`,
        'vocabulary.md': `## shadow\n\nWhat ${text} does.\n\n## lens\n\nA piece of \\${text} glass.\n`,
      },
      { products: ['vocabulary-cards'] },
    );
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const words = documents
      .flatMap(({ pages }) => pages.pages.map(({ marks }) => textIn(marks)))
      .join(' ')
      .replaceAll(/\s+/g, '');
    expect(words).toContain(`What${text}does.`.replaceAll(/\s+/g, ''));
    expect(words).toContain('glass.');
  });
});
