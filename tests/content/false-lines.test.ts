import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';

const report = createReport();
const [source] = readPackSources(['never-let-me-go'], 'content', report);
const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
const lines = pack.entries.misquotations.map(({ id, fields, body }) => ({
  id,
  words: fields.words,
  fault: fields.fault,
  text: body.text,
}));

describe('the lines of Never Let Me Go that are often quoted, and wrong', () => {
  // A sheet that teaches where lines come from must not be wrong about one: each class was looked up.
  it('are each given to where they come from', () => {
    expect(Object.fromEntries(lines.map(({ id, fault }) => [id, fault]))).toEqual({
      'with-such-speed': 'film',
      'twenty-eight-in-the-film': 'film',
      'this-is-the-spot': 'film',
      'see-them-fading': 'reworded',
      'look-into-your-souls': 'film',
      'how-it-is-with-us': 'reworded',
      'told-and-not-told': 'wrong-speaker',
      'a-question-no-one-was-asking': 'film',
      'living-at-the-cottages': 'not-found',
      'a-longer-apology': 'not-found',
      'the-tide': 'not-found',
      'not-even-sure': 'not-found',
      'fade-surprisingly-quickly': 'out-of-context',
    });
  });

  it('are printed as the film has them, where they are from the film', () => {
    const wordsOf = (id: string) => lines.find((line) => line.id === id)?.words;
    expect(wordsOf('look-into-your-souls')).toBe(
      'We didn’t have The Gallery in order to look into your souls. We had The Gallery to see if you had souls at all.',
    );
    expect(wordsOf('a-question-no-one-was-asking')).toBe(
      'But we were providing an answer to a question no one was asking.',
    );
  });

  it('are said to be in the film by every account of a line that is', () => {
    for (const { fault, text } of lines) if (fault === 'film') expect(text).toMatch(/\bfilm\b/);
  });
});
