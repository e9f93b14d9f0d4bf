import * as z from 'zod';
import type { NamedBlock } from '../../blocks/named/named-block.ts';

/** What is not printed, though its letters stand in the text: each becomes spaces, so that columns stay. */
const SYNTAX: readonly RegExp[] = [
  // Addresses of links and pictures, with their titles; labels of footnotes and the like.
  /\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?=[\s)])/g,
  /\]\[[^\]]*\]/g,
  /\[\^[^\]\s]+\]:?/g,
  /^ {0,3}\[[^\]]+\]:.*$/g,
  // Attributes, tags, entities.
  /\{[:#.][^{}]*\}|\{[^{}]*=[^{}]*\}/g,
  /<\/?[a-z][^<>]*>/gi,
  /&#?\w+;/g,
  // Commands of mathematics.
  /\\[a-zA-Z]+/g,
  // The kind of a callout or a container.
  /\[![\w-]+\]/g,
  /^\s*:::+.*$/g,
];

const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})\s*([\w-]*)/;

/**
 * Gives the lines of a Markdown text with everything blanked out that is never printed: marks, addresses, and in a named block the
 * names of its fields and its options.
 */
export function maskSyntax(text: string, blocks: readonly NamedBlock[]): readonly string[] {
  let fence: string | undefined;
  let named: NamedBlock | undefined;
  return text.split('\n').map((line) => {
    const [, marks = '', name = ''] = FENCE.exec(line) ?? [];
    if (fence === undefined && marks !== '') {
      fence = marks;
      named = blocks.find((one) => one.name === name);
      return '';
    }
    if (fence !== undefined && marks.startsWith(fence)) {
      fence = undefined;
      named = undefined;
      return '';
    }
    const bare = named === undefined ? line : withoutOptions(withoutAnswer(line, named), named);
    return SYNTAX.reduce(
      (masked, pattern) => masked.replace(pattern, (found) => ' '.repeat(found.length)),
      bare,
    );
  });
}

/** Fields whose values are never seen: the paths of pictures, languages, and the answers of a crossword. */
const isUnseen = (field: string, block: string) =>
  field === 'picture' || field === 'lang' || (field === 'word' && block === 'crossword');

/** Blanks out the answer of a crossword in its own clue, where a gap is printed. */
function withoutAnswer(line: string, block: NamedBlock): string {
  const answer = block.name === 'crossword' ? /\bword:\s*([^\s,}]+)/.exec(line)?.[1] : undefined;
  if (answer === undefined) return line;
  const sought = answer.toLowerCase();
  const blank = ' '.repeat(answer.length);
  let [masked, at] = [line, line.toLowerCase().indexOf(sought)];
  for (; at !== -1; at = masked.toLowerCase().indexOf(sought, at + 1))
    masked = masked.slice(0, at) + blank + masked.slice(at + answer.length);
  return masked;
}

/** Blanks out `field:` and values that are options or numbers: `height: 55`, `align: centre`. */
function withoutOptions(line: string, block: NamedBlock): string {
  const options = optionsOf(block);
  const blank = (found: string) => ' '.repeat(found.length);
  return line
    .replace(/\\n/g, '  ')
    .replace(
      /([\w-]+):(\s+|$)(?:([^\s,}\]]+)(?=\s*(?:[,}\]]|$)))?/g,
      (found, key: string, _gap, value?: string) => {
        if (!options.has(key)) return found;
        if (isUnseen(key, block.name)) return blank(found);
        const isOption = value !== undefined && (options.has(value) || /^[\d.-]+$/.test(value));
        return isOption ? blank(found) : blank(`${key}:`) + found.slice(key.length + 1);
      },
    );
}

const known = new WeakMap<NamedBlock, ReadonlySet<string>>();

/** The names of a block's fields, and the values of those that are choices. */
function optionsOf(block: NamedBlock): ReadonlySet<string> {
  const options = known.get(block) ?? new Set(['yes', 'no', 'true', 'false', ...optionsIn(block.fields, 0)]);
  known.set(block, options);
  return options;
}

/** No schema of a block is deeper. */
const MOST_LEVELS = 12;

function optionsIn(schema: unknown, level: number): string[] {
  if (level > MOST_LEVELS || !(schema instanceof z.ZodType)) return [];
  const inner = (schemas: readonly unknown[]) => schemas.flatMap((one) => optionsIn(one, level + 1));
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => [name, ...inner([field])]);
  if (schema instanceof z.ZodArray) return inner([schema.element]);
  if (schema instanceof z.ZodRecord) return inner([schema.valueType]);
  if (schema instanceof z.ZodUnion) return inner(schema.options);
  if (schema instanceof z.ZodTuple) return inner(schema.def.items);
  if (schema instanceof z.ZodPipe) return inner([schema.in, schema.out]);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  )
    return inner([schema.unwrap()]);
  return [];
}
