import { describe, expect, it } from 'vitest';
import { packAsMarkdown } from '../../../../src/exchange/out/markdown/pack-as-markdown.ts';
import { EVERY_KIND, PICTURES } from '../every-kind.ts';
import { kindsOf, packOutOf, textOf } from '../pack-out.ts';

const FILES = {
  ...EVERY_KIND,
  'themes/light-and-dark.md': `---
name: Light_and *dark*
claim: Nobody sees what is [near].
vocabulary: [wick]
---

<!-- for later -->
A lamp is bright.

## Key facts

See ![A lamp.](../pictures/lamp.svg).

### One

~~~markdown
# no heading
~~~

Two.
`,
  'vocabulary.md':
    '## wick\n\nThe part that burns.\n\n### More\n\n~~~callout\nkind: note\ntext: Here.\n~~~\n',
};

const exported = await packAsMarkdown(packOutOf(FILES, PICTURES));
const text = textOf(exported.bytes);

describe('a pack as one Markdown file', () => {
  it('says what it is, and has kinds in the order in which one would read them', () => {
    expect(text).toMatch(/^---\ntitle: "Light"\nlang: en-GB\ndate: 2026-01-01\n---\n\n# Light\n\nText\.\n/);
    expect([...text.matchAll(/^## .*$/gm)].map(([heading]) => heading)).toEqual([
      '## Themes',
      '## Quotations',
      '## Stimuli',
      '## Vocabulary',
      '## Items',
    ]);
  });

  it('escapes names and fields, and names entries by their names', () => {
    expect(text).toContain(
      '### Light\\_and \\*dark\\*\n\n- claim: Nobody sees what is \\[near\\].\n- vocabulary: wick\n',
    );
  });

  it('leaves comments out, puts headings below those of entries, and keeps what is in fences', () => {
    expect(text).not.toContain('for later');
    expect(text).toContain('#### Key facts\n\nSee ![A lamp.](pictures/lamp.svg).');
    expect(text).toContain('\n##### One\n\n~~~markdown\n# no heading\n~~~\n\nTwo.');
    expect(text).toContain('\n#### More\n');
  });

  it('has every word of every item', () => {
    const words = (of: string) => of.match(/[\p{L}\p{N}]+/gu) ?? [];
    const known = new Set(words(text));
    const bank = EVERY_KIND['items.md'].replace(/^id: .*$/gm, '');
    expect(words(bank).filter((word) => !known.has(word))).toEqual([]);
  });

  it('lists what other tools show in another way', () => {
    expect(kindsOf(exported.losses)).toEqual([
      'a picture, which stays in the folder of the pack',
      'a block of the program’s own (callout), which other tools show as it is written',
    ]);
  });
});
