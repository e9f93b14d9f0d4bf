import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { ANY_FILE } from '../../src/pdf/preflight/check.ts';
import { preflight } from '../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { fonts } from '../support.ts';

const DOT = new Uint8Array(readFileSync('tests/bad/alt-missing/demo/lamp.png'));
/** The checks of what Markdown can break. */
const CHECKS = ['tags', 'nesting', 'headings', 'tables', 'lists-notes', 'figures', 'links', 'metadata'];
const templates = readTemplateSet(createReport());

/** Prints a file. @returns whether it declares PDF/UA, what is said of that, and the errors of preflight */
async function printed(text: string) {
  const report = createReport(() => text, true);
  const file = {
    path: 'page.md',
    text,
    readPictures: (paths: readonly string[]) => paths.map((path) => ({ path, bytes: DOT })),
  };
  const made = await printDocument(file, templates, { fonts }, report);
  if (!made) return undefined;
  const pdf = (await readPdf('page.pdf', made.bytes, createReport()))!;
  const declares = pdf.metadata.xmp?.values['pdfuaid:part'] !== undefined;
  const findings = preflight(pdf, { ...ANY_FILE, standards: declares });
  return {
    declares,
    said: report.diagnostics.filter(({ code }) => code === 'ua-not-declared'),
    errors: findings
      .filter(({ check, severity }) => severity === 'error' && CHECKS.includes(check))
      .map(({ message }) => message),
  };
}

describe('a Markdown file that is printed declares PDF/UA', () => {
  it.each([
    ['a table whose header has no words', '| | |\n|---|---|\n| 3V3 | three volts |\n| GND | nothing |'],
    ['a table with an empty corner', '| | A |\n|---|---|\n| b | c |'],
    ['a table without words', '| | |\n|---|---|\n| | |'],
    ['a table whose first cells are empty', '| | |\n|---|---|\n| | x |\n| y | |'],
    ['a header without rows', '| Day | What I read |\n|---|---|'],
    ['an item that is only a rule', '- ---\n- a'],
    ['empty items', '-\n- a\n  -\n\n1. &nbsp;'],
    ['an empty paragraph', '&nbsp;\n\nWords'],
    ['an empty fence', '~~~\n~~~'],
    ['an empty quotation', '>\n\nWords'],
    ['headings without words', '#\n\n## &nbsp;\n\n## Words'],
    ['a picture without a description, which is not content', '![](dot.png)\n\nWords'],
    ['a link without words', '[](https://a.example) and words'],
  ])('with %s', async (_, text) => {
    expect(await printed(`# Title\n\nWords.\n\n${text}\n`)).toEqual({ declares: true, said: [], errors: [] });
  });

  it.each([
    ['a heading', 'Words alone.', 'the file has no heading'],
    ['a description that describes', '# Title\n\n![photo1.png](dot.png)', 'the description “photo1.png”'],
    [
      'descriptions',
      '![image 1](dot.png)\n\n![image 2](dot.png)',
      'the file has no heading, and the description',
    ],
  ])('unless it lacks %s, which is said once', async (_, text, says) => {
    const found = (await printed(text))!;
    expect(found.declares).toBe(false);
    expect(found.said).toHaveLength(1);
    expect(found.said[0]!.message).toContain(says);
  });

  it('only where it holds, whatever the file has in it', async () => {
    const piece = fc.constantFrom(
      '# One',
      '## Two',
      '#### Four',
      '#',
      '## &nbsp;',
      'Words **bold** `code` [link](https://a.example).',
      '&nbsp;',
      '---',
      '- a\n- ---\n-',
      '1. one\n   - two\n     > three',
      '- [ ] task\n- [x]',
      '>',
      '> words\n>\n> —  Ada',
      '> [!NOTE]\n> words',
      '~~~\n~~~',
      '    code',
      '| | |\n|---|---|\n| a | |',
      '| a | b |\n|---|---|',
      '| | b |\n|---|---|\n| ![x](dot.png) | [](https://a.example) |',
      '![](dot.png)',
      '![A dot in the middle](dot.png "Dot")',
      'Term\n: meaning',
      'Note[^1].\n\n[^1]: &nbsp;',
      'Note^[words].',
      '~~~answer\nlines: 3\n~~~',
    );
    let declared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 7 }), async (pieces) => {
        const found = await printed(pieces.join('\n\n'));
        if (!found) return;
        if (found.declares) {
          declared++;
          expect(found.errors).toEqual([]);
        }
        expect(found.said).toHaveLength(found.declares ? 0 : 1);
      }),
      { numRuns: 60 },
    );
    expect(declared).toBeGreaterThan(5);
  });
});
