import { describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { withChecked } from '../../src/cli/files/reading/with-checked.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { byLetters } from '../../src/words/by-letters.ts';
import { dayInWords } from '../../src/words/day-in-words.ts';
import { firstValue, phrasePattern } from '../../src/words/phrase-pattern.ts';
import { PHRASES, type PhraseKey } from '../../src/words/phrases.ts';
import { readWords, type WordsFile } from '../../src/words/read-words.ts';
import { phraseForms, say } from '../../src/words/say.ts';
import { english, wordsIn } from '../words-in.ts';

const LANGUAGES = ['cy', 'de', 'en-US', 'es', 'fr', 'it', 'pl'];
/** Without what was found when the program was bundled, so that they are read and checked anew. */
const files = readTemplateSet(createReport()).words.map(({ checked: _, ...file }) => file);
const fileOf = (name: string, text: string): WordsFile => ({ name, path: `words/${name}`, text });

function read(lang: string, sets: readonly (readonly WordsFile[])[]) {
  const report = createReport();
  const found = readWords(lang, sets, report);
  return { found, findings: report.diagnostics };
}

describe.each(LANGUAGES)('the words of %s', (lang) => {
  const words = wordsIn(lang);

  it('are complete, and nothing is wrong with them', () => {
    const { found, findings } = read(lang, [files]);
    expect(findings).toEqual([]);
    expect(found?.english).toEqual([]);
  });

  it('say whether a teacher has reviewed them', () => {
    const { text } = files.find(({ name }) => name === `${lang}.yaml`)!;
    expect(text).toMatch(/^# Reviewed by a teacher who speaks the language: (yes|no)$/m);
  });

  it('are Markdown where the English is, and nowhere else', () => {
    const strong = (key: PhraseKey, from = words) =>
      phraseForms(from, key).map((form) => form.match(/\*\*/g)?.length ?? 0);
    for (const key of Object.keys(PHRASES) as PhraseKey[]) {
      const [expected] = strong(key, english);
      for (const found of strong(key)) expect(`${key}: ${found}`).toBe(`${key}: ${expected}`);
    }
  });

  it('recognise their own marks in a finished file', () => {
    for (const count of [1, 2, 5, 12, 25]) {
      const printed = say(words, 'marks', { count }).replaceAll('\u00A0', ' ');
      expect(firstValue(new RegExp(`^${phrasePattern(words, 'marks')}$`).exec(printed))).toBe(String(count));
    }
  });
});

it('tests every language that there is a file for', () => {
  expect(files.map(({ name }) => name.replace('.yaml', '')).sort()).toEqual([...LANGUAGES, 'en-GB'].sort());
});

describe('plural forms', () => {
  const counts = [1, 2, 5, 12, 22, 25];
  const marks = (lang: string) =>
    counts.map((count) => say(wordsIn(lang), 'marks', { count }).replace('\u00A0', ' '));

  it('are those of the language', () => {
    expect(marks('pl')).toEqual([
      '1 punkt',
      '2 punkty',
      '5 punktów',
      '12 punktów',
      '22 punkty',
      '25 punktów',
    ]);
    expect(marks('en-GB')).toEqual(['1 mark', '2 marks', '5 marks', '12 marks', '22 marks', '25 marks']);
    // Welsh nouns stay singular after a number.
    expect(marks('cy')).toEqual(counts.map((count) => `${count} marc`));
  });

  it('go with numbers in words', () => {
    const ticks = (lang: string) => [1, 2, 5].map((count) => say(wordsIn(lang), 'tick-boxes', { count }));
    expect(ticks('pl')).toEqual([
      'Zaznacz **jedno** pole.',
      'Zaznacz **dwa** pola.',
      'Zaznacz **pięć** pól.',
    ]);
    expect(ticks('fr')).toEqual(['Cochez **une** case.', 'Cochez **deux** cases.', 'Cochez **cinq** cases.']);
    // A number that has no word is in digits.
    expect(say(english, 'tick-boxes', { count: 11 })).toBe('Tick **11** boxes.');
  });
});

it('sorts letters with accents among those without', () => {
  expect(['Zoé', 'Élise', 'Eric', 'eau', 'Ève', 'Elise'].sort(byLetters)).toEqual([
    'Elise',
    'Élise',
    'Eric',
    'Ève',
    'Zoé',
    'eau',
  ]);
});

describe('days', () => {
  it.each([
    ['en-GB', 'Tue 1 September 2026'],
    ['fr', 'mar. 1er septembre 2026'],
    ['it', 'mar 1º settembre 2026'],
    ['de', 'Di, 1. September 2026'],
  ])('begin a month as in %s', (lang, day) => {
    expect(dayInWords('2026-09-01', wordsIn(lang)).replaceAll('\u00A0', ' ')).toBe(day);
  });

  it.each([
    ['en-GB', 'Mon 7 September 2026'],
    ['en-US', 'Mon, September 7, 2026'],
    ['de', 'Mo, 7. September 2026'],
    ['fr', 'lun. 7 septembre 2026'],
    ['pl', 'pon. 7 września 2026'],
  ])('are written as in %s', (lang, day) => {
    expect(dayInWords('2026-09-07', wordsIn(lang)).replaceAll('\u00A0', ' ')).toBe(day);
  });
});

describe('words of a pack', () => {
  const name = (lang: string, sets: readonly (readonly WordsFile[])[]) =>
    say(read(lang, sets).found!.words, 'name');

  it('go before those of a school, and these before those of the program', () => {
    const pack = [fileOf('fr.yaml', 'name: Prénom')];
    const school = [fileOf('fr.yaml', 'name: Nom complet\nclass: Groupe')];
    expect(name('fr', [pack, school, files])).toBe('Prénom');
    expect(name('fr', [[], school, files])).toBe('Nom complet');
    expect(name('fr', [[], [], files])).toBe('Nom');
    expect(say(read('fr', [pack, school, files]).found!.words, 'class')).toBe('Groupe');
  });

  it('in English are not those of another language', () => {
    const school = [fileOf('en-GB.yaml', 'name: Full name')];
    expect(name('en-GB', [[], school, files])).toBe('Full name');
    expect(name('en-US', [[], school, files])).toBe('Full name');
    expect(name('nl', [[], school, files])).toBe('Name');
  });

  it('of a region go with those of its language', () => {
    const pack = [fileOf('de-AT.yaml', 'months: [Jänner, F, M, A, M, J, J, A, S, O, N, D]')];
    const { words } = read('de-AT', [pack, files]).found!;
    expect([say(words, 'name'), words.lists.months[0]]).toEqual(['Name', 'Jänner']);
  });

  it('may be a language that the program does not have, as far as they go', () => {
    const { found, findings } = read('nl', [[fileOf('nl.yaml', 'name: Naam')], files]);
    expect(findings).toEqual([]);
    expect([found!.known, found!.english.includes('name'), found!.english.includes('class')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(read('nl', [files]).found!.known).toBe(false);
  });
});

describe('a file of words of the program', () => {
  const english = files.find((file) => file.name === 'en-GB.yaml')!;
  const broken = (from: RegExp, to: string) =>
    read('en-GB', [[fileOf('en-GB.yaml', english.text.replace(from, to))]]);

  it.each<[string, RegExp, string, RegExp]>([
    ['lacks a phrase', /^answers: .*\n/m, '', /These phrases are missing: answers\./],
    ['has a phrase too many', /^answers:/m, 'anwsers: x\nanswers:', /There is no phrase “anwsers”/],
    ['puts in a wrong value', /\{count\}\\u00A0marks/, '{number} marks', /“marks.other” contains \{number\}/],
    ['leaves a value out', /^spare-label: .*$/m, 'spare-label: Spare', /“spare-label” lacks \{number\}/],
    ['lacks a plural form', /one: "\{count\}\\u00A0mark", /, '', /“marks” has no form for “one”/],
    ['has a list that is too short', /^months: .*$/m, 'months: [January]', /expected a list of 12 words/],
    ['says nothing', /^turn-over: .*$/m, 'turn-over: ""', /“turn-over”: expected text/],
  ])('%s', (_, from, to, message) => {
    const { found, findings } = broken(from, to);
    expect(found).toBeUndefined();
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
    expect(findings[0]!.where.file).toBe('words/en-GB.yaml');
  });
});

describe('what was found in a file when the program was bundled', () => {
  const known = readTemplateSet(createReport()).words;

  it('is what is found in it now', () => {
    for (const lang of [...LANGUAGES, 'en-GB']) {
      expect(known.find((file) => file.name === `${lang}.yaml`)!.checked).toBeDefined();
      expect(read(lang, [known]).found!.words).toEqual(read(lang, [files]).found!.words);
    }
  });

  it('is not used for another text', () => {
    const text = files
      .find((file) => file.name === 'en-GB.yaml')!
      .text.replace(/^name: .*$/m, 'name: Full name');
    const [changed] = withChecked<WordsFile>('words', [fileOf('en-GB.yaml', text)]);
    expect(changed!.checked).toBeUndefined();
  });
});
