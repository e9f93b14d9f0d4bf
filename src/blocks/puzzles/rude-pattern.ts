import { englishDataset } from 'obscenity';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { RUDE_WORDS } from './rude-words.ts';

type Node = ReturnType<typeof englishDataset.build>['blacklistedTerms'][number]['pattern']['nodes'][number];

/** The languages whose rude words are known. */
export const RUDE_LANGUAGES: readonly string[] = ['en', ...Object.keys(RUDE_WORDS)];

const known = new Map<string, RegExp>();

/**
 * A pattern for rude words in a line of capitals: English ones, which every class knows, and those of some languages, if
 * there are lists. Where a word begins or ends does not matter among letters without spaces.
 */
export function rudePattern(langs: readonly string[]): RegExp {
  const languages = langs.map((lang) => lang.toLowerCase().split('-')[0]!);
  const name = languages.join(' ');
  const before = known.get(name);
  if (before) return before;
  const english = englishDataset
    .build()
    .blacklistedTerms.map(({ pattern }) => pattern.nodes.map(sourceOf).join(''))
    // Two letters are in every grid.
    .filter((source) => source.replace(/\(\?:.*?\)\?/g, '').length > 2);
  const others = languages.flatMap((language) =>
    (ownValue(RUDE_WORDS, language) ?? '').toUpperCase().split(/\s+/).filter(Boolean),
  );
  // A look-ahead finds those that overlap too.
  const pattern = new RegExp(`(?=(${[...english, ...others].join('|')}))`, 'gu');
  known.set(name, pattern);
  return pattern;
}

/** A part of a pattern of the library: letters, something optional, or any letter. */
function sourceOf(node: Node): string {
  if ('chars' in node)
    return node.chars
      .map((char) => String.fromCodePoint(char))
      .join('')
      .replaceAll(' ', '')
      .toUpperCase();
  if ('childNode' in node) return `(?:${sourceOf(node.childNode)})?`;
  return '\\p{L}';
}
