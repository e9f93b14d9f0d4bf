import * as z from 'zod';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { checkYaml } from '../diagnostics/yaml/check-yaml.ts';
import type { CheckedYaml } from '../diagnostics/yaml/checked-yaml.ts';
import { checkWords } from './check-words.ts';
import { PHRASES, type PhraseKey, WORD_LISTS } from './phrases.ts';
import { quotationMarks } from './quotation-marks.ts';
import { withMarksBeside } from './with-marks-beside.ts';
import { type PackHolds, wordsForPack } from './without-book.ts';
import type { SomeWords, Words } from './words.ts';

/** A file of words: its path as messages show it, its name within its folder (`fr.yaml`), and its text. */
export interface WordsFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** Its words, if it was checked before: when the program was bundled. */
  readonly checked?: SomeWords;
}

/** The words of a language, and the keys of those that no file has in that language: they are English. */
interface FoundWords {
  readonly words: Words;
  readonly english: readonly string[];
  /** Whether there is a file of the language at all. */
  readonly known: boolean;
}

/** The language that all files are complete in, and that fills what others lack. */
const BASE = 'en-GB';

/** What a pack says about the words on its pages. */
export interface WordsOfPack extends PackHolds {
  /** Words that its `pack.md` changes. */
  readonly own?: CheckedYaml<Readonly<Record<string, unknown>>>;
}

const ALL_KEYS = [...Object.keys(PHRASES), ...Object.keys(WORD_LISTS)];

/**
 * Reads the words of a language: those of the program, changed by the files of others. A region (`fr-CA`) has the words
 * of its language and those that differ. English stands in for words that no file has.
 * @param sets the files of a pack, if there is one, and of others that change words, and last those of the program
 * @param pack the pack that the words are for, if they are for one
 * @returns undefined, after diagnostics, if a file is wrong
 */
export function readWords(
  lang: string,
  sets: readonly (readonly WordsFile[])[],
  report: Report,
  pack?: WordsOfPack,
): FoundWords | undefined {
  const chain = [...new Set([lang.slice(0, 2), lang])];
  const isEnglish = lang.slice(0, 2) === 'en';
  checkNames(sets, lang, isEnglish ? [BASE, ...chain] : chain, report);
  const own = sets.at(-1) ?? [];
  const english = readFile(BASE, own, true, report);
  if (!english) return undefined;
  // What a school says in English in its own way is no word of another language.
  const others = isEnglish ? [BASE, ...chain] : chain;
  const found = sets.map((set) =>
    others.map((tag) =>
      set === own && tag === BASE
        ? {}
        : readFile(tag, set, set === own && !isEnglish && isWhole(tag), report),
    ),
  );
  const changed = pack?.own ? checkWords(lang, pack.own, ownValue(pack.own.places, '')!, report) : {};
  if (!changed || found.flat().some((words) => words === undefined)) return undefined;
  const ours = joined([english, quotationMarks(lang), ...(found.at(-1) ?? [])]);
  const merged = withMarksBeside(
    joined([pack ? wordsForPack(ours, pack) : ours, ...found.slice(0, -1).toReversed().flat(), changed]),
    ours,
  );
  const given = new Set([...found.flat(), changed].flatMap((words) => Object.keys(words ?? {})));
  return {
    words: wordsFrom(lang, merged),
    english: isEnglish ? [] : ALL_KEYS.filter((key) => !given.has(key)),
    known: isEnglish || given.size > 0,
  };
}

/**
 * Gives the English words, for what the program says on the terminal.
 * @throws if the program's own file is broken
 */
export function englishWords(files: readonly WordsFile[]): Words {
  const found = readWords(BASE, [files], createReport());
  if (!found) throw new Error(`The file of words ${BASE}.yaml is broken or missing.`);
  return found.words;
}

/**
 * Gives the words of one of the program's files; `scripts/checked-files.mjs` asks for them when the program is bundled.
 * @returns undefined if anything is wrong with it
 */
export function wordsOfFile(file: WordsFile): SomeWords | undefined {
  const tag = file.name.replace(/\.yaml$/, '');
  const report = createReport();
  const words = readFile(tag, [file], isWhole(tag), report);
  return report.diagnostics.length > 0 ? undefined : words;
}

/** The words of several files as one: later ones replace earlier ones. */
const joined = (files: readonly (SomeWords | undefined)[]): SomeWords =>
  Object.fromEntries(files.flatMap((words) => Object.entries(words ?? {})));

/** Whether a file of the program has all words of its language; that of a region has only those that differ. */
const isWhole = (tag: string) => tag === BASE || !tag.includes('-');

const wordsFrom = (lang: string, merged: SomeWords): Words => {
  const pick = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
    Object.fromEntries(Object.keys(table).map((key) => [key, ownValue<unknown>(merged, key)]));
  return {
    lang,
    phrases: pick(PHRASES) as Record<PhraseKey, string>,
    lists: pick(WORD_LISTS) as Words['lists'],
  };
};

/** Reads one file. @returns no words if there is no such file; undefined, after diagnostics, if it is wrong */
function readFile(
  tag: string,
  files: readonly WordsFile[],
  isComplete: boolean,
  report: Report,
): SomeWords | undefined {
  const file = files.find(({ name }) => name === `${tag}.yaml`);
  if (!file) return {};
  if (file.checked) return file.checked;
  const at = wholeFile(file.path);
  const checked = checkYaml({ text: file.text, at }, z.record(z.string(), z.unknown()), report);
  const words = checked && checkWords(tag, checked, at, report);
  const missing = words && isComplete ? ALL_KEYS.filter((key) => !Object.hasOwn(words, key)) : [];
  if (missing.length > 0)
    report.add(
      'field-missing',
      at,
      `These phrases are missing: ${missing.join(', ')}.`,
      `Copy them from ${BASE}.yaml, and translate them.`,
    );
  return missing.length > 0 ? undefined : words;
}

/** Reports files whose names are not those of languages, and files of a pack for a language that it is not in. */
function checkNames(
  sets: readonly (readonly WordsFile[])[],
  lang: string,
  used: readonly string[],
  report: Report,
): void {
  for (const [index, set] of sets.entries())
    for (const { name, path } of set) {
      const tag = name.replace(/\.yaml$/, '');
      if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(tag))
        report.add(
          'file-misplaced',
          wholeFile(path),
          `“${name}” is not named after a language.`,
          'Name it after the code of its language: fr.yaml, or en-US.yaml for a region.',
        );
      else if (index === 0 && sets.length > 1 && !used.includes(tag))
        report.add(
          'unprinted',
          wholeFile(path),
          `The language of this pack is “${lang}”, so these words are not used.`,
          `For words of this pack, name the file ${lang}.yaml.`,
        );
    }
}
