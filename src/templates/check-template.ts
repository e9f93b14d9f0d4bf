import Handlebars from 'handlebars';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { explainSyntax } from './explain-syntax.ts';
import { HELPERS } from './helpers.ts';

const PRINTING = HELPERS.filter((helper) => helper.prints).map((helper) => helper.name);
const BLOCKS = ['if', 'unless', 'each', 'with'];
const VALUES = HELPERS.filter((helper) => !helper.prints).map((helper) => helper.name);

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
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(file.text);
  } catch (error) {
    const { line, column, told, hint } = explainSyntax(file.text, error);
    report.add(
      'template-broken',
      { file: file.path, line, column },
      `This is not well-formed Handlebars: ${told}.`,
      hint ?? 'Each {{#if}}, {{#each}} or {{#with}} needs its {{/…}}, each {{ its }}.',
    );
    return false;
  }
  let sound = true;
  const refuse = (where: Place, message: string, hint?: string) => {
    sound = false;
    report.add('template-unsafe', where, message, hint);
  };
  const placeOf = (node: hbs.AST.Node): Place => ({
    file: file.path,
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
  });

  const checkCall = (
    node: {
      path: hbs.AST.Expression;
      params: hbs.AST.Expression[];
      loc: hbs.AST.SourceLocation;
      type: string;
    },
    allowed: readonly string[],
  ) => {
    const name = 'original' in node.path ? String(node.path.original) : '';
    if (!allowed.includes(name)) {
      const bare = allowed === PRINTING && node.params.length === 0;
      refuse(
        placeOf(node),
        bare ? `{{${name}}} would print its text unescaped.` : `There is no helper “${name}” for this place.`,
        bare
          ? `Write {{text ${name}}}, or {{markdown ${name}}} for text that is Markdown.`
          : suggest(name, allowed),
      );
    }
    for (const param of node.params)
      if (param.type === 'SubExpression') checkCall(param as hbs.AST.SubExpression, VALUES);
  };

  const walk = (body: readonly hbs.AST.Statement[]): void => {
    for (const node of body) {
      switch (node.type) {
        case 'MustacheStatement': {
          const statement = node as hbs.AST.MustacheStatement;
          checkCall(statement, PRINTING);
          const first = 'original' in statement.path ? statement.path.original : '';
          if (first === 'markdown' && statement.loc.start.column !== 0)
            refuse(
              placeOf(statement),
              '{{markdown …}} pastes whole paragraphs, so it stands alone on its line.',
              'For a few words inside a line use {{text …}}.',
            );
          break;
        }
        case 'BlockStatement': {
          const block = node as hbs.AST.BlockStatement;
          checkCall(block, BLOCKS);
          walk(block.program.body);
          if (block.inverse) walk(block.inverse.body);
          break;
        }
        case 'PartialStatement': {
          const { name } = node as hbs.AST.PartialStatement;
          const wanted = 'original' in name ? String(name.original) : '';
          if (!partials.includes(wanted))
            refuse(placeOf(node), `There is no partial “${wanted}”.`, suggest(wanted, partials));
          break;
        }
        case 'ContentStatement':
        case 'CommentStatement':
          break;
        default:
          refuse(placeOf(node), `${node.type} is not taken in templates.`);
      }
    }
  };
  walk(program.body);
  return sound;
}
