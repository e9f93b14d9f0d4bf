import { describe, expect, it } from 'vitest';
import { layOutAll } from '../../../src/build/build.ts';
import { readPackSources, readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { readVerdicts, writeVerdicts } from '../../../src/content/verification/verdict-file.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { describePages } from '../../../src/pages/describe-pages.ts';
import { options } from '../../support.ts';
import { pack, story, verdicts } from './support.ts';

const text = writeVerdicts(pack, verdicts, 'the-ferry.txt');
const file = { path: 'pack/verdicts.json', text };

/** The pages of a product as text, with the pack's verdict file or another, and what was reported. */
function printed(product: string, more: object = { verdicts: file }, change = (words: string) => words) {
  const report = createReport();
  const [source] = readPackSources(['tests/content/verification/pack'], 'content', report);
  const content = source!.content.map((one) => ({ ...one, text: change(one.text) }));
  const laid = layOutAll(
    [{ ...source!, content, ...more }],
    readTemplateSet(report),
    options({ products: [product] }),
    report,
  );
  const words = laid.map(({ pages }) => describePages(pages)).join('\n');
  return { words, codes: report.diagnostics.map(({ code }) => code) };
}

describe('a verdict file', () => {
  it('holds no word of the book', () => {
    for (const word of ['clock', 'gulls', 'only', 'bell']) {
      expect(story).toContain(word);
      expect(text).not.toContain(word);
    }
  });

  it('is read also if an earlier one says what it was made by', () => {
    const report = createReport();
    const old = { ...file, text: text.replace('"version": 1,', '"version": 1, "by": "text",') };
    expect(readVerdicts(old, pack, report)).toEqual(readVerdicts(file, pack, createReport()));
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('verdicts-broken');
  });

  it('says what was found, and warns of what is still wrong', () => {
    const report = createReport();
    const checks = readVerdicts(file, pack, report)!;
    expect(checks).toMatchObject({ source: 'the-ferry.txt' });
    expect(checks.quotations['everybody-else']).toEqual({
      state: 'checked',
      verdict: 'verified',
      speaker: 'confirmed',
      chapter: '1',
      paragraph: 3,
    });
    expect(report.diagnostics.map(({ code, where }) => `${code} ${where.line}`)).toEqual([
      'verdict-bad 35',
      'verdict-bad 43',
      'verdict-bad 61',
      'verdict-bad 69',
    ]);
  });

  it.each([
    ['its words', (words: string) => words.replace('You are late, and so', 'You are late and so')],
    [
      'its speaker',
      (words: string) => words.replace('## everybody-else\nspeaker: mara', '## everybody-else\nspeaker: ben'),
    ],
    [
      'its chapter',
      (words: string) =>
        words.replace(
          '## everybody-else\nspeaker: mara\nchapter: 1',
          '## everybody-else\nspeaker: mara\nchapter: 2',
        ),
    ],
  ])('is out of date for a quotation once %s were changed', (_, change) => {
    const { codes } = printed('provenance', { verdicts: file }, change);
    expect(codes.filter((code) => code === 'verdict-outdated')).toHaveLength(1);
  });

  it('that is none is an error', () => {
    expect(printed('provenance', { verdicts: { path: 'v.json', text: '{}' } }).codes).toContain(
      'verdicts-broken',
    );
  });
});

describe('the provenance sheet', () => {
  it('says what each quotation was found to be', () => {
    const { words } = printed('provenance');
    for (const found of ['the-ferry.txt', 'altered', 'elsewhere', 'absent', 'no source', 'contradicted'])
      expect(words).toContain(found);
    expect(words).not.toContain('not checked');
  });

  it('gives the page in each edition', () => {
    const { words, codes } = printed('provenance', {}, (text) =>
      text
        .replace('narrator: mara\nfilm', 'narrator: mara\neditions: [Quay 2026]\nfilm')
        .replace('## altered\n', '## altered\npages: { Quay 2026: 17 }\n'),
    );
    expect(codes).toEqual([]);
    expect(words.replace(/\s+/g, ' ')).toMatch(/Quay/);
    expect(words).toMatch(/page 17/);
  });

  it('says so when nobody has checked', () => {
    const { words, codes } = printed('provenance', {});
    expect(words).toContain('Not checked');
    expect(words).toContain('not checked');
    expect(words).not.toContain('verified');
    expect(codes).toEqual([]);
  });
});

describe('a card with unverified words', () => {
  const unverified = (words: string) =>
    words.replace(
      'chapter: 3\nthemes: [loss]\nprovenance: book\n\nThe sea',
      'chapter: 3\nthemes: [loss]\nprovenance: unverified\n\nThe sea',
    );

  it('is not made, unless the teacher allows it; then it is marked', () => {
    const refused = printed('quote-cards', {}, unverified);
    expect(refused.codes).toEqual(['quotation-unverified']);
    expect(refused.words).not.toContain('sea gives');
    const allowed = printed('quote-cards', {}, (words) =>
      unverified(words).replace('date: 2026-01-01\n', 'date: 2026-01-01\nallow-unverified: yes\n'),
    );
    expect(allowed.codes).toEqual([]);
    expect(allowed.words.match(/†/g)).toHaveLength(2);
    expect(allowed.words).toMatch(/† Unverified wording/);
  });
});
