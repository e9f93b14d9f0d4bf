import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { TaskBody } from '../../src/assessment/kinds/question-kinds.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readAnkiText } from '../../src/exchange/in/anki/read-anki-text.ts';
import { readApkg } from '../../src/exchange/in/anki/read-apkg.ts';
import type { ReadSource } from '../../src/exchange/in/format-in.ts';
import { readGift } from '../../src/exchange/in/gift/read-gift.ts';
import type { Imported } from '../../src/exchange/in/imported.ts';
import { readMoodle } from '../../src/exchange/in/moodle/read-moodle.ts';
import { readQti } from '../../src/exchange/in/qti/read-qti.ts';
import { readQuizlet } from '../../src/exchange/in/quizlet/read-quizlet.ts';
import { readTable } from '../../src/exchange/in/tables/read-table.ts';
import { ankiTextOf } from '../../src/exchange/out/anki/anki-text.ts';
import { apkgOf } from '../../src/exchange/out/anki/apkg.ts';
import type { WriteOut } from '../../src/exchange/out/format-out.ts';
import { giftOf } from '../../src/exchange/out/gift/gift.ts';
import { moodleOf } from '../../src/exchange/out/moodle/moodle.ts';
import type { PackOut } from '../../src/exchange/out/pack-out.ts';
import { qti12Of } from '../../src/exchange/out/qti/qti12.ts';
import { qti21Of } from '../../src/exchange/out/qti/qti21.ts';
import { quizletOf } from '../../src/exchange/out/quizlet/quizlet.ts';
import { questionsCsvOf } from '../../src/exchange/out/tables/questions-csv.ts';
import { wordsCsvOf } from '../../src/exchange/out/tables/words-csv.ts';
import { EVERY_KIND, PICTURES } from './out/every-kind.ts';
import { aFreeItem, bankWith, choiceOf, pairsOf } from './out/free-items.ts';
import { packOutOf } from './out/pack-out.ts';
import { plainOf } from './plain-of.ts';
import { readBack } from './read-back.ts';

/** What was exported, imported again. */
async function again(source: PackOut, write: WriteOut<PackOut>, read: ReadSource): Promise<Imported> {
  const { bytes } = await write(source);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? '' : new TextDecoder().decode(bytes);
  const files = isZip ? Object.keys(unzipSync(bytes)) : [];
  const report = createReport();
  const imported = await read({ path: 'source', bytes, text, files }, report);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return imported!;
}

const QUESTIONS: readonly [string, WriteOut<PackOut>, ReadSource][] = [
  ['GIFT', giftOf, readGift],
  ['Moodle XML', moodleOf, readMoodle],
  ['QTI 1.2', qti12Of, readQti],
  ['QTI 2.1', qti21Of, readQti],
  ['a table', questionsCsvOf, readTable],
];

const everything = packOutOf(EVERY_KIND, PICTURES);

/** What a task asks in plain words, without places. */
function asked(body: TaskBody): unknown {
  const said = ({ text }: { readonly text: string }) => plainOf(text);
  if (body.kind === 'multiple-choice') return body.options.map((option) => [said(option), option.key]);
  if (body.kind === 'true-false') return body.statements.map(({ key }) => key);
  if (body.kind === 'matching') return [body.left.map(said), body.right.map(said)];
  if (body.kind === 'ordering') return body.steps.map(said);
  if (body.kind === 'cloze') return body.blanks.map(({ words }) => words[0]);
  return undefined;
}

describe.each(QUESTIONS)('questions in %s', (name, write, read) => {
  it('come in again as a pack in which nothing is wrong, as many and with the same ids', async () => {
    const imported = await again(everything, write, read);
    expect(readBack(imported).findings).toEqual([]);
    const { count } = await write(everything);
    expect(imported.entries).toHaveLength(count!);
    expect(imported.entries[0]!.id).toBe('travel');
  });

  it('ask the same, but for kinds that the format lacks', async () => {
    const { assessment } = readBack(await again(everything, write, read));
    const { items } = assessment;
    const kindOf = (stem: string) => items.find(({ task }) => task.stem.text === stem)?.task.body.kind;
    expect(kindOf('How does light travel?')).toBe('multiple-choice');
    expect(kindOf('Match each thing to what it does.')).toBe('matching');
    const lacksOrder = name === 'GIFT' || name === 'QTI 1.2';
    expect(kindOf('Put these in order.')).toBe(lacksOrder ? 'matching' : 'ordering');
    expect(kindOf('Fill the gaps.')).toBe(name === 'GIFT' ? 'multiple-choice' : 'cloze');
    const before = everything.assessment.items;
    for (const stem of [
      'How does light travel?',
      'Which two are sources of light?',
      'Match each thing to what it does.',
    ])
      expect(asked(items.find(({ task }) => task.stem.text === stem)!.task.body)).toEqual(
        asked(before.find(({ task }) => task.stem.text === stem)!.task.body),
      );
    const truths = items.flatMap(({ task: { body } }) => (body.kind === 'true-false' ? body.statements : []));
    expect(truths.map(({ key }) => key)).toEqual([true, false]);
  });

  it('have marks, and model answers to essays, where the format has a place for them', async () => {
    const { entries } = await again(
      packOutOf({
        'items.md':
          '## Explain shadows.\nkind: extended\nmarks: 6\n\nLight is stopped.\n\n## Which is a lamp?\nkind: multiple-choice\nmarks: 2\n\n- [x] the sun\n- [ ] the moon\n',
      }),
      write,
      read,
    );
    const marks = name === 'GIFT' ? [undefined, undefined] : [6, 2];
    expect(entries.map(({ fields }) => fields['marks'])).toEqual(marks);
    expect(entries[0]!.body).toContain('Light is stopped.');
    expect(entries[0]!.body).not.toContain('### Rationale');
  });

  it('have free words in them that come in again', async () => {
    await fc.assert(
      fc.asyncProperty(aFreeItem, async (item) => {
        const { assessment, findings } = readBack(
          await again(bankWith(item.stem, choiceOf(item)), write, read),
        );
        expect(findings).toEqual([]);
        const [{ task }] = assessment.items as [(typeof assessment.items)[number]];
        expect(plainOf(task.stem.text)).toBe(item.stem);
        expect(asked(task.body)).toEqual(item.lines.map((line, index) => [line, item.right[index]]));
      }),
      { numRuns: 20 },
    );
  });

  it('have free pairs in them that come in again', async () => {
    await fc.assert(
      fc.asyncProperty(
        // A table has an equals sign between them.
        aFreeItem.filter(({ lines }) => lines.length === 4 && !lines.some((line) => /=/.test(line))),
        async (item) => {
          const { assessment } = readBack(await again(bankWith(item.stem, pairsOf(item)), write, read));
          const [{ task }] = assessment.items as [(typeof assessment.items)[number]];
          expect(asked(task.body)).toEqual([item.lines.slice(0, 2), item.lines.slice(2)]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

const WORDS = packOutOf({
  'vocabulary.md':
    '## wick\n\nThe part that *burns*, "in" oil.\n\n## Docht\nlang: de\ngender: der\nplural: die Dochte\nexample: Der Docht brennt.\n\nwick\n',
});

describe.each<[string, WriteOut<PackOut>, ReadSource]>([
  ['text for Anki', ankiTextOf, readAnkiText],
  ['a deck of Anki', apkgOf, readApkg],
  ['text for Quizlet', quizletOf, readQuizlet],
  ['a table', wordsCsvOf, readTable],
])('words in %s', (name, write, read) => {
  it('come in again as words of a pack', async () => {
    const imported = await again(WORDS, write, read);
    const { pack, findings } = readBack(imported);
    expect(findings).toEqual([]);
    const [wick, docht] = pack.entries.vocabulary;
    expect([wick!.name, docht!.name]).toEqual(['wick', 'Docht']);
    expect(plainOf(wick!.body.text)).toBe('The part that burns, "in" oil.');
    const isApart = name === 'a deck of Anki' || name === 'a table';
    if (isApart) expect(plainOf(docht!.body.text)).toBe('wick');
    const { example, gender, plural } = docht!.fields;
    expect([example, gender, plural]).toEqual(
      isApart ? ['Der Docht brennt.', 'der', 'die Dochte'] : [undefined, undefined, undefined],
    );
    for (const word of ['der', 'Dochte', 'brennt']) expect(JSON.stringify(imported)).toContain(word);
  });
});
