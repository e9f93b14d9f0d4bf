import { describe, expect, it } from 'vitest';
import { reportVerdicts } from '../../../src/content/verification/report-verdicts.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { judge, pack, read } from './support.ts';

/** A dialogue as four sorts of books print it. */
const DIALOGUE = `Chapter 1

“The kettle has boiled twice over,” said Ben.

“Will you sell me the house?”

“Never while I live.”

“Nobody asked me.” “Nobody ever does.” They looked at the boats.

“I came here as a child, and I have seen the tide come up to that step.

“It will come up again,” said Mr Tolley, “and it will not stop there.”

The boats were in. They lay on their sides in the mud.

Nobody spoke after that.
`;
const BOOKS = {
  'curly marks': DIALOGUE,
  'straight marks': DIALOGUE.replace(/[“”]/g, '"'),
  'single marks': DIALOGUE.replaceAll('“', '‘').replaceAll('”', '’'),
};
const textOf = (text: string) => read('dialogue.txt', text).source!;
const at = { chapter: '1', speaker: 'ben' };

describe.each(Object.entries(BOOKS))('words of two people, in a book with %s,', (_, text) => {
  const book = textOf(text);

  it.each([
    ['one after another', 'Will you sell me the house? Never while I live.', 'Never'],
    ['in two parts', ['Will you sell me the house?', 'Never while I live.'], 'Never'],
    ['in one paragraph', 'Nobody asked me. Nobody ever does.', 'Nobody'],
    ['cut short at both ends', 'sell me the house? Never while', 'Never'],
  ])('%s are altered', (_, words, turn) => {
    const found = judge(words, at, book);
    expect(found.verdict).toBe('altered');
    expect(found.differences).toEqual([expect.objectContaining({ pack: '', source: '', turn })]);
  });

  it('are found beside a changed word', () => {
    const { verdict, differences } = judge('Will you sell me the boat? Never while I live.', at, book);
    expect(verdict).toBe('altered');
    expect(differences).toMatchObject([{ pack: 'boat', source: 'house' }, { turn: 'Never' }]);
  });

  it.each([
    ['each of them alone', 'Never while I live.'],
    [
      'one person’s, over a paragraph that is left open',
      'I have seen the tide come up to that step. It will come up again',
    ],
    ['one person’s, with a tag between', ['It will come up again,', 'and it will not stop there.']],
    ['the narrator’s, over paragraphs', 'They lay on their sides in the mud. Nobody spoke after that.'],
    ['two people’s, where […] says that something is left out', 'sell me the house? […] Never while I live.'],
    ['two people’s, with the marks of each', 'Will you sell me the house?” “Never while I live.'],
    ['two people’s, with single marks of each', 'Will you sell me the house?’ ‘Never while I live.'],
  ])('but not %s', (_, words) => {
    expect(judge(words, at, book)).toMatchObject({ verdict: 'verified', differences: [] });
  });
});

describe('words of two people, in a book with dashes,', () => {
  const dashed = textOf(DIALOGUE.replace(/^“([^“”]*)”$/gm, '— $1').replace(/[“”]/g, ''));

  it('are altered too', () => {
    expect(judge('Will you sell me the house? Never while I live.', at, dashed)).toMatchObject({
      verdict: 'altered',
      differences: [{ turn: 'Never' }],
    });
  });

  it('but not the narrator’s', () => {
    expect(judge('They lay on their sides in the mud. Nobody spoke after that.', at, dashed).verdict).toBe(
      'verified',
    );
  });
});

describe('the report', () => {
  it('says that two people’s words were run together, and what to do', () => {
    const report = createReport();
    const [entry] = pack.entries.quotations;
    const verdict = judge('Will you sell me the house? Never while I live.', at, textOf(DIALOGUE));
    reportVerdicts(pack, [{ ...verdict, id: entry!.id }], 'dialogue.txt', report);
    expect(report.diagnostics).toMatchObject([
      {
        code: 'quotation-altered',
        message:
          'This quotation joins the words of two people (chapter 1, paragraph 2): one person stops at “house”, and another continues with “Never”.',
        hint: 'Make a separate quotation for each person.',
      },
    ]);
  });
});
