import { describe, expect, it } from 'vitest';
import { looseObject } from 'zod';
import { checkYaml } from '../../src/diagnostics/check-yaml.ts';
import { createReport } from '../../src/diagnostics/report.ts';

/** What is said of a text that cannot be read: line, column, message and hint. */
function told(text: string): string[] {
  const report = createReport();
  checkYaml({ text, at: { file: 'a.md', line: 1, column: 1 } }, looseObject({}), report);
  return report.diagnostics.map(
    ({ where, message, hint }) => `${where.line}:${where.column} ${message} ${hint}`,
  );
}

const SET_IN =
  'This line is not set in as far as those around it. Let all fields begin at the left edge, and all items of a list the same distance from it.';
const NO_FIELD =
  'This line is no field. Each field is a line “name: value”; the entry’s text stands below the fields.';

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
      '2:1 This line begins with a tab. Put spaces in its place, or nothing.',
    ],
    [
      'an open quote',
      'name: "Ada\nclaim: x',
      '1:7 A quotation mark opens this value and none closes it. Write the same mark (") at the end of the value.',
    ],
    [
      'an apostrophe between quotes',
      "name: 'it's'\nclaim: x",
      '1:11 This value goes on after its closing quotation mark. Put quotes around the whole value: name: "it\'s"',
    ],
    [
      'quotes around a part',
      'claim: "x" and y',
      '1:11 This value goes on after its closing quotation mark. Put quotes around the whole value: claim: \'"x" and y\'',
    ],
    [
      'an open bracket',
      'see: [a, b\nclaim: x',
      '1:6 The bracket [ is opened here and never closed. Write ] where the list ends; or, if it is text, put quotes around the value.',
    ],
    [
      'a bracket too many',
      'see: [a, b]]\nclaim: x',
      '1:12 There is no [ for this bracket ]. Delete it; or, if it is text, put quotes around the value.',
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
      "1:7 A value that begins with “@” stands in quotes. Put the text in quotes: name: '@ada'",
    ],
    ['a field twice', 'name: a\nname: b', '2:1 The field “name” is written twice. Keep one of the two.'],
    [
      'nothing known',
      '%x\nname: y',
      "2:1 The fields cannot be read from here on. Each field is a line “name: value”; the entry’s text stands below the fields. Values with unusual characters stand in quotes: 'like: this'.",
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
