import { append } from '../../../diagnostics/collections/append.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import type { TextPiece } from './text-piece.ts';

/** A name or a word, and what is said about it, in Markdown. */
interface Term {
  readonly name: string;
  readonly said: string;
  readonly at: Place;
}

const BOLD = /^\*\*([^*]{1,80}?)\s*[:.–—-]?\s*\*\*\s*[:–—-]?\s*(\S[\s\S]*)$/u;
const PLAIN = /^([^:.!?“"–—]{1,60}?)\s*(?::|\s[–—-]\s)\s*(\S[\s\S]*)$/u;

/**
 * Finds lines that begin with a name or a word: `**Ruth**: a friend`, `irony – saying one thing …`.
 * @returns them, the other pieces, and the heads of tables, which nobody needs any more
 */
export function termsOf(pieces: readonly TextPiece[]): { terms: Term[]; rest: TextPiece[]; heads: Loss[] } {
  const terms: Term[] = [];
  const rest: TextPiece[] = [];
  const heads: Loss[] = [];
  for (const piece of pieces) {
    const lines =
      piece.kind === 'list' ? (piece.items.some(({ isLong }) => isLong) ? [] : piece.items) : [piece];
    const isText = piece.kind === 'list' || piece.kind === 'paragraph';
    const found = isText ? lines.map(({ markdown, at }) => termIn(markdown, at)) : rowsOf(piece);
    if (found.length === 0 || !found.every((term) => term !== undefined)) {
      rest.push(piece);
      continue;
    }
    append(terms, found);
    if (!isText) heads.push({ what: 'the head of a table', text: plain(headOf(piece)), at: piece.at });
  }
  return { terms, rest, heads };
}

function termIn(markdown: string, at: Place): Term | undefined {
  const [, name, said] = BOLD.exec(markdown) ?? PLAIN.exec(markdown) ?? [];
  return name === undefined || said === undefined ? undefined : { name: plain(name), said, at };
}

/** The first column of a table with words and what they mean, in the languages of packs. */
const HEAD =
  /^\W*(?:(?:key )?(?:terms?|words?|names?|vocabulary)|begriffe?|wort|wörter|mots?|termes?|palabras?|términos?|parol[ae]|termin[ei]|słow[oa]|gair|geiriau)\W*$/iu;

/** The rows of a table below its head, as terms, if its head says that they are some. */
function rowsOf({ kind, markdown, at }: TextPiece): (Term | undefined)[] {
  const lines = markdown.split('\n');
  if (kind !== 'other' || !/^\|(?: --- \|){2,}$/.test(lines[1] ?? '')) return [];
  if (!HEAD.test(lines[0]!.slice(2).split(' | ')[0]!)) return [];
  return lines.slice(2).map((line) => {
    const [name = '', ...others] = line.slice(2, -2).split(' | ');
    const said = others
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join('; ');
    return name.trim() === '' || said === '' ? undefined : { name: plain(name.trim()), said, at };
  });
}

const headOf = ({ markdown }: TextPiece) =>
  markdown.split('\n')[0]!.replace(/\|/g, ' ').replace(/ +/g, ' ').trim();

const plain = (markdown: string) =>
  markdown
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();
