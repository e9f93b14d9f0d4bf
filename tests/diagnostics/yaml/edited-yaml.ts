import fc from 'fast-check';

/** Signs of YAML, and letters that are easily taken for white space or for none. */
const PIECES = [
  ...[
    ':',
    ': ',
    ' #',
    '#',
    '- ',
    '-',
    '\n',
    '\n\n',
    '\n ',
    '\n- ',
    '  ',
    ' ',
    '"',
    "'",
    ',',
    '[',
    ']',
    '{',
    '}',
  ],
  ...['&a', '*a', '|', '>', '\t', '\r', '\\', '? ', '!', '---', '...', '%', '@', '`', '~', 'a: ', '<<: '],
  ...['\u00A0', '\uFEFF', '\u2028', '\u0085', '\u0000', '\uD800', 'é', '…'],
];

/** A few slips of the hand in texts of a kind: something added at any place, in place of up to two letters. */
export const editedYaml = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }),
    )
    .map(([text, edits]) =>
      edits.reduce((edited, [where, deleted, added]) => {
        const at = where % (edited.length + 1);
        return edited.slice(0, at) + added + edited.slice(at + deleted);
      }, text),
    );
