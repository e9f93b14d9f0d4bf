import { once } from '../../diagnostics/collections/once.ts';
import type { Code } from '../../diagnostics/diagnostic.ts';
import { findGarbled } from '../../diagnostics/mend-garbled.ts';
import type { FontBook } from '../../pages/fonts/font-book.ts';

/** A message about letters that can’t be printed. */
interface Finding {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  /** The first of them, as written in the text. */
  readonly letters: string;
  /** The script or the packages that it is about, or the character. */
  readonly kind: string | { readonly kind: 'character'; readonly subject: string };
}

/** Scripts written from right to left: they would be printed in the wrong order. */
const RIGHT_TO_LEFT = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam'];
/** Scripts whose letters change place and shape: they would be printed in the order of typing. */
const REORDERED = [
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Mongolian',
];

/** Scripts that are not supported. Making the patterns takes a while, and nearly every text does without. */
const unsupportedScripts = once(() =>
  [...RIGHT_TO_LEFT, ...REORDERED].map((name) => ({
    name,
    letters: new RegExp(`[\\p{Script_Extensions=${name}}]`, 'u'),
    run: new RegExp(`[\\p{Script_Extensions=${name}}]+(?: [\\p{Script_Extensions=${name}}]+)*`, 'u'),
  })),
);

/** Letters and marks that fonts for Chinese, Japanese and Korean have. */
const ASIAN = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Hangul}]/u;

/** The most letters that a message shows. */
const MOST_SHOWN = 12;

/**
 * Describes the characters of a text that are missing from every font: one finding for each script that is not
 * supported, one for the characters that an installable font package has, and one for each of the rest.
 */
export function missingLetters(missing: readonly string[], text: string, fonts: FontBook): Finding[] {
  const findings = new Map<string, Omit<Finding, 'kind'>>();
  for (const character of missing) {
    // Full stops and brackets of Chinese and Japanese are Mongolian and Tibetan too.
    const script = ASIAN.test(character)
      ? undefined
      : unsupportedScripts().find(({ letters }) => letters.test(character));
    const packages = fonts.packagesFor(character);
    const key = script?.name ?? (packages.join() || character);
    if (findings.has(key)) continue;
    const same = missing.filter((other) => fonts.packagesFor(other).join() === packages.join());
    const garbled = same.includes(character) && !script ? findGarbled(text) : undefined;
    if (garbled)
      findings.set(key, {
        ...named(character),
        hint: `It is what is left of another character. Write “${garbled.meant}”.`,
      });
    else if (script) findings.set(key, unsupported(script.name, script.run.exec(text)?.[0] ?? character));
    else if (packages.length > 0) findings.set(key, installable(same, packages));
    else findings.set(key, { ...named(character), hint: 'Replace it with a character that the fonts have.' });
  }
  return [...findings].map(([kind, finding]) => ({
    ...finding,
    kind: [...kind].length === 1 ? { kind: 'character', subject: `“${kind}” (${codePoint(kind)})` } : kind,
  }));
}

function unsupported(script: string, letters: string): Omit<Finding, 'kind'> {
  const why = RIGHT_TO_LEFT.includes(script)
    ? 'is written from right to left'
    : 'joins and reorders its letters';
  return {
    code: 'script-unsupported',
    message: `“${shortened(letters)}” is in ${script} script, which ${why}. This version cannot print it correctly.`,
    hint: 'Write it in Latin letters, or remove it.',
    letters,
  };
}

function installable(characters: readonly string[], packages: readonly string[]): Omit<Finding, 'kind'> {
  const [first, ...others] = packages.map((name) => `npm install ${name}`) as [string, ...string[]];
  const besides = others.length > 0 ? ` (or ${packages.slice(1).join(', ')})` : '';
  const one = named(characters[0]!);
  return {
    ...one,
    message:
      characters.length === 1
        ? one.message
        : `None of the fonts has the characters “${shortened(characters.join(''))}”.`,
    hint: `Install a font that has them, in the folder of your packs: ${first}${besides}`,
  };
}

const named = (letters: string): Omit<Finding, 'hint' | 'kind'> => ({
  code: 'glyph-missing',
  message: `The character “${letters}” (${codePoint(letters)}) is missing from every font.`,
  letters,
});

const shortened = (letters: string) =>
  [...letters].length > MOST_SHOWN ? `${[...letters].slice(0, MOST_SHOWN).join('')}…` : letters;

const codePoint = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
