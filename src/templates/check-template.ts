import Handlebars from 'handlebars';
import { lineAndColumn } from '../diagnostics/line-and-column.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { isPhraseKey, PHRASES } from '../words/phrases.ts';
import { explainSyntax } from './explain-syntax.ts';
import { HELPERS } from './helpers/helpers.ts';
import { tooDeepToParse } from './too-deep-to-parse.ts';

const PRINTING = HELPERS.filter((helper) => helper.prints).map((helper) => helper.name);
const BLOCKS = ['if', 'unless', 'each', 'with'];
const VALUES = HELPERS.filter(({ prints, gives = !prints }) => gives).map((helper) => helper.name);

/** A part of a template that could print text unescaped, or that names something unknown. */
interface UnsafePart {
  readonly node: hbs.AST.Node;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Templates in which nothing was wrong, with the names of their partials: all packs of a run share those of the program. */
const sound = new Set<string>();
const MOST_SOUND = 300;

/**
 * Checks a template's syntax, and that it prints authored text only through helpers that escape it: a bare
 * `{{name}}` would let a `*` in a name turn into markup.
 * @returns whether it can be used
 */
export function checkTemplate(
  file: { path: string; text: string },
  partials: readonly string[],
  report: Report,
): boolean {
  const key = `${partials.join()}\n${file.text}`;
  if (sound.has(key)) return true;
  const deep = tooDeepToParse(file.text, MOST_NESTED);
  for (const at of deep) {
    const { message, hint } = TOO_DEEP;
    report.add('template-unsafe', { file: file.path, ...lineAndColumn(file.text, at) }, message, hint);
  }
  if (deep.length > 0) return false;
  const program = parseTemplate(file, report);
  if (!program) return false;
  const unsafe = unsafeParts(program.body, partials);
  if (sound.size >= MOST_SOUND) sound.clear();
  if (unsafe.length === 0) sound.add(key);
  for (const { node, message, hint } of unsafe) {
    const { line, column } = node.loc.start;
    report.add('template-unsafe', { file: file.path, line, column: column + 1 }, message, hint);
  }
  return unsafe.length === 0;
}

function parseTemplate(
  { path, text }: { path: string; text: string },
  report: Report,
): hbs.AST.Program | undefined {
  try {
    return Handlebars.parseWithoutProcessing(text);
  } catch (error) {
    const { line, column, message, hint } = explainSyntax(text, error);
    report.add(
      'template-broken',
      { file: path, line, column },
      `This is not well-formed Handlebars: ${message}.`,
      hint ?? 'Each {{#if}}, {{#each}} or {{#with}} needs a matching {{/…}}, and each {{ needs a }}.',
    );
    return undefined;
  }
}

/** How deep blocks may be inside one another. Compiling thousands takes minutes. */
const MOST_NESTED = 50;

/** The unsafe parts of a template's body, in the order in which they are written. */
function unsafeParts(
  body: readonly hbs.AST.Statement[],
  partials: readonly string[],
  depth = 0,
): UnsafePart[] {
  return body.flatMap((node): UnsafePart[] => {
    switch (node.type) {
      case 'MustacheStatement':
        return unsafePrinting(node as hbs.AST.MustacheStatement);
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        if (depth === MOST_NESTED) return [tooDeep(node)];
        return [
          ...unsafeCall(block, BLOCKS),
          // {{^name}} has nothing but an inverse.
          ...unsafeParts((block.program as hbs.AST.Program | undefined)?.body ?? [], partials, depth + 1),
          ...unsafeParts(block.inverse?.body ?? [], partials, depth + 1),
        ];
      }
      case 'PartialStatement': {
        const name = nameOf((node as hbs.AST.PartialStatement).name);
        if (partials.includes(name)) return [];
        return [{ node, message: `There is no partial “${name}”.`, hint: suggest(name, partials) }];
      }
      case 'ContentStatement':
      case 'CommentStatement':
        return [];
      default:
        return [{ node, message: `${node.type} is not allowed in templates.` }];
    }
  });
}

const TOO_DEEP = {
  message: `More than ${MOST_NESTED} parts of this template are inside one another.`,
  hint: 'Move some of them into a partial.',
};

const tooDeep = (node: hbs.AST.Node): UnsafePart => ({ node, ...TOO_DEEP });

function unsafePrinting(node: hbs.AST.MustacheStatement): UnsafePart[] {
  const unsafe = unsafeCall(node, PRINTING);
  if (nameOf(node.path) === 'markdown' && node.loc.start.column !== 0)
    unsafe.push({
      node,
      message: '{{markdown …}} pastes whole paragraphs, so it must be alone on its line.',
      hint: 'For a few words inside a line, use {{text …}}.',
    });
  return unsafe;
}

/** A call of a helper, with its arguments. */
type Call = hbs.AST.Node & {
  readonly path: hbs.AST.Expression;
  readonly params: hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
};

/** @param allowed the names of helpers that may be called here */
function unsafeCall(node: Call, allowed: readonly string[], depth = 0): UnsafePart[] {
  if (depth > MOST_NESTED) return [tooDeep(node)];
  const name = nameOf(node.path);
  const isBare = allowed === PRINTING && node.params.length === 0;
  const inParams = [...node.params, ...(node.hash?.pairs ?? []).map(({ value }) => value)]
    .filter((param) => param.type === 'SubExpression')
    .flatMap((param) => unsafeCall(param as hbs.AST.SubExpression, VALUES, depth + 1));
  if (allowed.includes(name)) return [...(name === 'words' ? wrongPhrase(node) : []), ...inParams];
  const fault: UnsafePart = isBare
    ? {
        node,
        message: `{{${name}}} would print its text unescaped.`,
        hint: `Write {{text ${name}}}, or {{markdown ${name}}} for text that is Markdown.`,
      }
    : { node, message: `There is no helper “${name}” that can be used here.`, hint: suggest(name, allowed) };
  return [fault, ...inParams];
}

/** What is wrong with `{{words "key" name=value}}`: a phrase that does not exist, or not the values that it needs. */
function wrongPhrase(node: Call): UnsafePart[] {
  const [param] = node.params;
  const key = param?.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : '';
  if (!isPhraseKey(key)) {
    const message = key === '' ? '{{words}} needs the key of a phrase.' : `There is no phrase “${key}”.`;
    const hint = suggest(key, Object.keys(PHRASES)) ?? 'All phrases are in templates/words/en-GB.yaml.';
    return [{ node, message, hint }];
  }
  const needed: readonly string[] = PHRASES[key];
  const given = (node.hash?.pairs ?? []).map((pair) => pair.key);
  if (needed.length === given.length && needed.every((name) => given.includes(name))) return [];
  const call = [`"${key}"`, ...needed.map((name) => `${name}=…`)].join(' ');
  return [
    {
      node,
      message: `The phrase “${key}” does not get the values that it needs.`,
      hint: `Write words ${call}`,
    },
  ];
}

const nameOf = (expression: hbs.AST.Expression): string =>
  'original' in expression ? String(expression.original) : '';
