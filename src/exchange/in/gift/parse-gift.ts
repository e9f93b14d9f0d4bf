import { type GIFTQuestion, type SyntaxError as GiftFault, parse } from 'gift-pegjs';

/** What is wrong with a question in GIFT, and in which of its lines, from 0. */
interface GiftProblem {
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

/** Parses one question. What Moodle reads although the grammar does not allow it is read too. */
export function parseGift(written: string): readonly GIFTQuestion[] | GiftProblem {
  const text = written.replace(/(?<!\\)\{\s*(?:true|false)\s*(?=[#}])/i, (truth) => truth.toUpperCase());
  const strict = tryParse(text);
  if (Array.isArray(strict)) return strict;
  const lenient = tryParse(withEscapes(text));
  if (Array.isArray(lenient)) return lenient;
  return braceProblem(text) ?? (lenient as GiftProblem);
}

function tryParse(text: string): GIFTQuestion[] | GiftProblem {
  try {
    return parse(text);
  } catch (error) {
    const { location } = error as GiftFault;
    const { line = 1, column = 1 } = location?.start ?? {};
    return { what: 'it is not written as GIFT should be', line: line - 1, column };
  }
}

function braceProblem(text: string): GiftProblem | undefined {
  const marks = [...text.matchAll(/(?<!\\)[{}]/g)];
  const at = (offset: number, what: string): GiftProblem => {
    const above = text.slice(0, offset).split('\n');
    return { what, line: above.length - 1, column: above.at(-1)!.length + 1 };
  };
  let open: number | undefined;
  for (const { 0: mark, index } of marks) {
    if (mark === '{' && open !== undefined) return at(index, 'it has a brace { within braces');
    if (mark === '}' && open === undefined) return at(index, 'it closes a brace } that is not open');
    open = mark === '{' ? index : undefined;
  }
  return open === undefined ? undefined : at(open, 'its brace { is never closed');
}

/**
 * Escapes signs where they can only be text: outside braces, and colons within. Answers of one word that the grammar takes
 * for “true” or “false”, or does not, are written as it wants them.
 */
function withEscapes(text: string): string {
  const [, comments = '', title = '', rest = ''] =
    /^((?:\s*\/\/[^\n]*\n)*)(\s*::(?:(?!::)[\s\S])*::)?([\s\S]*)$/.exec(text) ?? [];
  const open = rest.search(/(?<!\\)\{/);
  const closed = rest.search(/(?<!\\)\}(?![\s\S]*(?<!\\)\})/);
  if (open < 0 || closed < open) return `${comments}${titleEscaped(title)}${escaped(rest, /[:=~#]/g)}`;
  const answers = rest.slice(open + 1, closed);
  const inside = /^\s*#/.test(answers) ? answers : oneWord(escaped(answers, /:/g));
  return [
    comments,
    titleEscaped(title),
    escaped(rest.slice(0, open), /[:=~#]/g),
    `{${inside}}`,
    escaped(rest.slice(closed + 1), /[:=~#]/g),
  ].join('');
}

const titleEscaped = (title: string): string =>
  title.replace(
    /^(\s*::)([\s\S]*)(::)$/,
    (_, open: string, name: string, close: string) => `${open}${escaped(name, /[:=~#{}]/g)}${close}`,
  );

const escaped = (text: string, signs: RegExp): string =>
  text.replace(new RegExp(`(?<!\\\\)(?:${signs.source})`, 'g'), '\\$&');

function oneWord(answers: string): string {
  const truth = /^\s*([tf])\s*(?:#|$)/.exec(answers);
  if (truth) return answers.replace(truth[1]!, truth[1]!.toUpperCase());
  return /^\s*[TF]/.test(answers) && !/(?<!\\)[=~]/.test(answers) ? `=${answers.trim()}` : answers;
}
