import {
  type Alias,
  type Document,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Place } from '../../diagnostic.ts';
import { withoutOriginMarks } from '../../origin.ts';
import type { Report } from '../../report.ts';
import { explainYaml } from './explain-yaml.ts';
import { DEEPEST_YAML, tooDeepYaml } from './too-deep-yaml.ts';

/** YAML that was parsed without errors. */
export interface ParsedYaml {
  readonly document: Document.Parsed<ParsedNode>;
  /** Where a character of the text is in its file. */
  placeAt(offset: number): Place;
  /** Where a node begins; where the fields begin if there is no node. */
  placeOf(node: Node | null | undefined): Place;
}

/**
 * Parses YAML whose scalars all stay text. Reports syntax errors, anchors and aliases, and comments that may have been
 * meant as part of a value.
 * @param start where the text begins in its file
 * @returns undefined if the text cannot be used
 */
export function parseYaml(text: string, start: Place, report: Report): ParsedYaml | undefined {
  const deep = tooDeepYaml(text);
  if (deep) {
    report.add(
      'nesting-too-deep',
      shiftPlace(start, deep),
      `From here on, values are nested more than ${DEEPEST_YAML} deep, so they cannot be read.`,
      'Remove some of the brackets, dashes or indents.',
    );
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    // The library compares each key with all before it.
    uniqueKeys: false,
    // The library would write warnings to the terminal.
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => shiftPlace(start, lines.linePos(offset));
  const placeOf = (node: Node | null | undefined): Place =>
    placeAt((node?.range ?? document.contents?.range ?? [0])[0]);
  const parsed = { document, placeAt, placeOf };

  const twice = fieldsWrittenTwice(document);
  for (const { code, offset, message, hint } of explainYaml(text, document.errors, twice))
    report.add(code, placeAt(offset), message, hint);
  // Most texts have no sign of aliases or comments, and need not be walked through.
  if (document.errors.length + twice.length > 0 || (/[&*]/.test(text) && reportAliases(parsed, report)))
    return undefined;
  if (text.includes('#')) reportCommentsInValues(text, parsed, report);
  return parsed;
}

/** Where the second field of a name begins, in each set of fields. */
function fieldsWrittenTwice(document: Document.Parsed<ParsedNode>): number[] {
  const twice: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && key.range) twice.push(key.range[0]);
        seen.add(key.value);
      }
    },
  });
  return twice;
}

/** @returns whether there are any */
function reportAliases({ document, placeOf }: ParsedYaml, report: Report): boolean {
  let found = false;
  const refuse = (node: Node | Alias, what: string) => {
    found = true;
    report.add(
      'alias-in-yaml',
      placeOf(node),
      `YAML ${what} are not allowed here.`,
      'Write the value out in full. If it is text that begins with * or &, put quotes around it.',
    );
  };
  visit(document, {
    Alias: (_, node) => refuse(node, 'aliases (*name)'),
    Collection: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
    Scalar: (_, node) => (node.anchor ? refuse(node, 'anchors (&name)') : undefined),
  });
  return found;
}

function reportCommentsInValues(text: string, { document, placeAt }: ParsedYaml, report: Report): void {
  visit(document, {
    Scalar: (key, node) => {
      // A comment on its own line is clearly a comment; one after a value may be the rest of the value.
      if (key === 'key' || typeof node.comment !== 'string' || node.type !== 'PLAIN' || !node.range) return;
      const [, , end] = node.range;
      const hash = text.indexOf('#', node.range[1]);
      if (hash < 0 || hash >= end || text.slice(node.range[1], hash).includes('\n')) return;
      report.add(
        'comment-in-value',
        placeAt(hash),
        `“${withoutOriginMarks(text.slice(hash).split('\n', 1)[0]!)}” is read as a comment, because # after a space starts one.`,
        'If it belongs to the value, put quotes around the whole value. If not, move it to a separate line.',
      );
    },
  });
}

function shiftPlace(start: Place, position: { line: number; col: number }): Place {
  const column = position.line === 1 ? start.column + position.col - 1 : position.col;
  return { file: start.file, line: start.line + position.line - 1, column };
}
