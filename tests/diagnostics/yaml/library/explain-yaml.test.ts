import { describe, expect, it } from 'vitest';
import { looseObject } from 'zod';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { checkYaml } from '../../../../src/diagnostics/yaml/check-yaml.ts';

/** What is said of a text that cannot be read: line, column, message and hint. */
function told(text: string): string[] {
  const report = createReport();
  checkYaml({ text, at: { file: 'a.md', line: 1, column: 1 } }, looseObject({}), report);
  return report.diagnostics.map(
    ({ where, message, hint }) => `${where.line}:${where.column} ${message} ${hint}`,
  );
}

const SET_IN =
  'This line is not indented like the lines around it. Start all fields at the left edge, and indent all items of a list by the same amount.';
const NO_FIELD =
  'This line is not a field. Each field is a line “name: value”. The entry’s text comes below the fields.';

describe('what is said of broken YAML', () => {
  const cases: [string, string, string][] = [
    [
      'a colon',
      'claim: she says: no',
      "1:16 There is a colon inside this text. Put the text in quotes: claim: 'she says: no'",
    ],
    [
      'a colon and an apostrophe',
      "claim: it’s: 'no'",
      '1:12 There is a colon inside this text. Put the text in quotes: claim: "it’s: \'no\'"',
    ],
    [
      'a tab',
      'name: Ada\n\tclaim: x',
      '2:1 This line begins with a tab. Replace the tab with spaces, or delete it.',
    ],
    [
      'an open quote',
      'name: "Ada\nclaim: x',
      '1:7 This value starts with a quotation mark, but the closing one is missing. Add the same mark (") at the end of the value.',
    ],
    [
      'an apostrophe between quotes',
      "name: 'it's'\nclaim: x",
      '1:11 There is more text after the closing quotation mark. Put quotes around the whole value: name: "it\'s"',
    ],
    [
      'quotes around a part',
      'claim: "x" and y',
      '1:11 There is more text after the closing quotation mark. Put quotes around the whole value: claim: \'"x" and y\'',
    ],
    [
      'an open bracket',
      'see: [a, b\nclaim: x',
      '1:6 This bracket [ is never closed. Add ] where the list ends. If it is just text, put quotes around the value.',
    ],
    [
      'a bracket too many',
      'see: [a, b]]\nclaim: x',
      '1:12 This closing bracket ] has no opening [. Delete it. If it is just text, put quotes around the value.',
    ],
    ['a field set in', 'name: Ada\n  claim: x', `2:3 ${SET_IN}`],
    ['the first field set in', '  name: Ada\nclaim: x', `2:1 ${SET_IN}`],
    ['an item set out', 'see:\n  - a\n - b', `3:2 ${SET_IN}`],
    [
      'no space after the colon',
      'name: Ada\nclaim:x',
      '2:1 There is no space after the colon of this field. Write “claim: x”.',
    ],
    ['a line of text', 'name: Ada\nclaim x\nrole: main', `2:1 ${NO_FIELD}`],
    [
      'an unusual first letter',
      'name: @ada',
      "1:7 A value that starts with “@” needs quotes around it. Put the text in quotes: name: '@ada'",
    ],
    ['a field twice', 'name: a\nname: b', '2:1 The field “name” is written twice. Keep one of the two.'],
    [
      'nothing known',
      '%x\nname: y',
      "2:1 The fields cannot be read from here on. Each field is a line “name: value”. The entry’s text comes below the fields. Put values with unusual characters in quotes: 'like: this'.",
    ],
  ];
  for (const [name, text, expected] of cases)
    it(`${name}`, () => {
      expect(told(text)).toEqual([expected]);
    });

  it('holds no words of the library, whatever is broken', () => {
    const jargon = /mapping|implicit|scalar|flow|token|sequence|node|YAML/i;
    for (const text of [
      'a: - b',
      'a: > b',
      'a: "\\q"',
      'a: b\n---\nc: d',
      'a: b\n- c',
      '**a**\nb: c',
      'a: ]',
    ])
      for (const line of told(text)) expect(line).not.toMatch(jargon);
  });
});
