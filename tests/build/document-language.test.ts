import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/build/print-document.ts';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Mark } from '../../src/pages/page.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { fonts } from '../support.ts';

const GERMAN =
  'Die hochbegabten Mädchen studierten literarische und einzigartige Handschriften, begannen eine Zusammenarbeit mit Wissenschaftlern und verabredeten weitere Veranstaltungen. ';

/** Prints a file. @returns its language, its lines and what was reported */
async function print(text: string, lang?: string) {
  const report = createReport(() => text, true);
  const lines: string[] = [];
  const visit = (mark: Mark) => {
    if (mark.kind === 'group') mark.marks.forEach(visit);
    else if (mark.kind === 'text') lines.push(mark.text);
  };
  const printed = await printDocument(
    { path: 'lesson.md', text, readPictures: () => [] },
    readTemplateSet(report),
    { fonts, ...(lang !== undefined && { lang }) },
    report,
    (laid) => {
      for (const { marks } of laid.pages) marks.forEach(visit);
      return laid;
    },
  );
  const pdf = (await readPdf('lesson.pdf', printed!.bytes, createReport()))!;
  return {
    lang: pdf.metadata.lang,
    text: lines.join('\n'),
    codes: report.diagnostics.map(({ code }) => code),
  };
}

describe('a file that does not say its language', () => {
  it('is printed in the one that is found: hyphens, marks, foot, language of the document; and that is said once', async () => {
    const { lang, text, codes } = await print(
      `---\ntypographer: yes\n---\n\n# Lesen\n\n${GERMAN.repeat(6)}\n\nEr sagte "ja".\n`,
    );
    expect(lang).toBe('de');
    expect(text).toContain('„ja“');
    expect(text).toMatch(/Seite\s1\svon\s1/);
    expect(text).not.toMatch(/weit\u00AD|literar\u00AD/);
    expect(codes).toEqual(['language-assumed']);
  });

  it('is printed in the one that the command gives, or its own front matter', async () => {
    expect(await print(`# Lesen\n\n${GERMAN}\n\n${GERMAN}\n`, 'fr')).toMatchObject({ lang: 'fr', codes: [] });
    expect(await print(`---\nlang: it\n---\n\n# Lesen\n\n${GERMAN}${GERMAN}${GERMAN}\n`)).toMatchObject({
      lang: 'it',
      codes: [],
    });
    expect(await print('---\nlang: it\n---\n\n# Lesen\n', 'de-AT')).toMatchObject({
      lang: 'de-AT',
      codes: [],
    });
  });

  it('is English if it is short, which is said unless it looks English', async () => {
    expect(await print('# Lesen\n\nEin Satz.\n')).toMatchObject({ lang: 'en', codes: ['language-assumed'] });
    expect(await print('# Reading\n\nOne of the sentences.\n')).toMatchObject({ lang: 'en', codes: [] });
  });

  it('has English furniture in a language without words of ours, but its own quotation marks', async () => {
    const { text, codes } = await print(
      '---\nlang: sv\ntypographer: yes\n---\n\n# Läsa\n\nHon sa "ja, \'nu\'".\n',
    );
    expect(text).toContain('”ja, ’nu’”');
    expect(codes).toEqual(['furniture-english']);
  });

  it.each([
    ['pl', '„dzień”', 'Strona\u00A01'],
    ['nl', '“dzień”', 'Page\u00A01'],
    ['ru', '«dzień»', 'Page\u00A01'],
    ['cs', '„dzień“', 'Page\u00A01'],
  ])('has the quotation marks of its language: %s', async (lang, marks, foot) => {
    const { text } = await print(
      `---\nlang: ${lang}\ntypographer: yes\n---\n\n# A\n\nPowiedziała "dzień".\n`,
    );
    expect(text).toContain(marks);
    expect(text).toContain(foot);
  });
});
