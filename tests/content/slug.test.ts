import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/build/tables/tables.ts';
import { slug } from '../../src/content/entries/entry.ts';
import { headingId, isUnreadable } from '../../src/content/entries/heading-id.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';

describe('the id that a heading gives', () => {
  it.each([
    ['Kathy H.', 'kathy-h'],
    ['Émile Zola’s café', 'emile-zolas-cafe'],
    ['Straße', 'strasse'],
    ['Ærø & Łódź', 'aero-lodz'],
    ['σταθμός', 'stathmos'],
    ['Ἀρχὴ ἥμισυ παντός', 'archi-imisy-pantos'],
    ['Щука и ёж', 'shchuka-i-yozh'],
    ['Київ, Їжак', 'kiyiv-yizhak'],
    ['й', 'y'],
    ['Ћирилица', 'cirilitsa'],
    ['水 water', 'water'],
  ])('%s is %s', (heading, id) => {
    expect(slug(heading)).toBe(id);
    expect(slug(heading.normalize('NFD'))).toBe(id);
    expect(headingId(heading)).toBe(id);
    expect(isUnreadable(heading)).toBe(false);
  });

  it.each([
    ['水', 'u6c34'],
    ['分子', 'u5206-5b50'],
    ['ماء', 'u645-627-621'],
  ])('%s, in another script, is made of the codes of its letters', (heading, id) => {
    expect(headingId(heading)).toBe(id);
    expect(isUnreadable(heading)).toBe(true);
  });

  it.each([
    ['Brücke', 'de', 'bruecke'],
    ['Ärger und Öl', 'de-AT', 'aerger-und-oel'],
    ['Die Brücke'.normalize('NFD'), 'de', 'die-bruecke'],
    ['Brücke', 'fr', 'brucke'],
    ['Agüero', 'es', 'aguero'],
    ['Straße', 'de', 'strasse'],
  ])('%s in a pack in %s is %s', (heading, lang, id) => {
    expect(headingId(heading, lang)).toBe(id);
  });

  it.each([
    ['lang: de', 'bruecke'],
    ['lang: fr', 'brucke'],
  ])('follows the language of the pack: %s', (lang, id) => {
    const report = createReport();
    const about = `---\ntitle: Demo\n${lang}\ndate: 2026-01-05\n---\n\nA pack.\n`;
    const files = {
      'pack.md': about,
      'vocabulary.md': '## Brücke\n\nEin Weg über Wasser.\n',
      'themes.md': `## Wasser\nclaim: Es fließt.\nvocabulary: [${id}]\n\nText.\n`,
    };
    const list = Object.entries(files).map(([name, text]) => ({ name, path: name, text }));
    const pack = readPack('demo', '', list, TABLES.entryKinds, report);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['unreferenced']);
    expect(pack!.entries.vocabulary.map((one) => one.id)).toEqual([id]);
  });

  it('is named in a warning, once in a file, if nobody can read it', () => {
    const report = createReport();
    const about = '---\ntitle: Demo\nlang: en\ndate: 2026-01-05\n---\n\nA pack.\n';
    const words =
      '## 水\n\nWater.\n\n## 光\nid: light\n\nLight.\n\n## 分子\n\nA molecule.\n\n## λόγος\n\nA word.\n';
    const files = Object.entries({ 'pack.md': about, 'vocabulary.md': words }).map(([name, text]) => ({
      path: `demo/${name}`,
      name,
      text,
    }));
    const pack = readPack('demo', 'demo', files, TABLES.entryKinds, report)!;
    expect(pack.entries.vocabulary.map(({ id }) => id)).toEqual(['u6c34', 'light', 'u5206-5b50', 'logos']);
    expect(report.diagnostics).toMatchObject([
      {
        code: 'id-unreadable',
        where: { file: 'demo/vocabulary.md', line: 1 },
        message: 'The id of the word “水” is made of numbers: “u6c34”, and so is one more in this file.',
      },
    ]);
  });

  it('is always an id, or nothing', () => {
    for (const heading of ['?!', '', '–', '☺'])
      expect([headingId(heading), isUnreadable(heading)]).toEqual(['', false]);
    const long = headingId('水'.repeat(500));
    expect(long).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(long.length).toBeLessThan(80);
  });
});
