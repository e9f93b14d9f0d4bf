import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { giftOf } from '../../../../src/exchange/out/gift/gift.ts';
import { moodleOf } from '../../../../src/exchange/out/moodle/moodle.ts';
import { qti12Of } from '../../../../src/exchange/out/qti/qti12.ts';
import { qti21Of } from '../../../../src/exchange/out/qti/qti21.ts';
import { questionsCsvOf } from '../../../../src/exchange/out/tables/questions-csv.ts';
import { aFreeItem, aLine, asMarkdown, bankWith, choiceOf, gapsOf, pairsOf } from '../free-items.ts';
import { textOf } from '../pack-out.ts';
import { all, readXml, textIn, type Xml } from '../xml/read-xml.ts';

const RUNS = { numRuns: 60 };

/** The words of HTML with one paragraph. */
const wordsIn = (html: string): string =>
  html
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** The words of a text in GIFT, whatever its format. */
const wordsOf = ({ format, text }: { format: string; text: string }): string =>
  format === 'html' ? wordsIn(text) : text;

const inZip = (bytes: Uint8Array, end: string): Xml => {
  const [, data] = Object.entries(unzipSync(bytes)).find(([path]) => path.endsWith(end))!;
  return readXml(textOf(data));
};

const check = <T>(arbitrary: fc.Arbitrary<T>, of: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(arbitrary, of), RUNS);

describe('free words', () => {
  it('come back from GIFT as they were, with what is right', () =>
    check(aFreeItem, async (item) => {
      const { bytes } = await giftOf(bankWith(item.stem, choiceOf(item)));
      const [, question] = parse(textOf(bytes)) as [unknown, Extract<GIFTQuestion, { type: 'MC' }>];
      expect(wordsOf(question.stem)).toBe(item.stem);
      expect(question.choices.map(({ text }) => wordsOf(text))).toEqual(item.lines);
      expect(question.choices.map(({ isCorrect, weight }) => isCorrect || (weight ?? 0) > 0)).toEqual(
        item.right,
      );
    }));

  it('come back from GIFT as pairs', () =>
    check(
      aFreeItem.filter(({ lines }) => lines.length === 4),
      async (item) => {
        const { bytes } = await giftOf(bankWith(item.stem, pairsOf(item)));
        const [, question] = parse(textOf(bytes)) as [unknown, Extract<GIFTQuestion, { type: 'Matching' }>];
        const pairs = question.matchPairs.map(({ subquestion, subanswer }) => [
          wordsOf(subquestion),
          htmlOrWords(decodedSigns(subanswer)),
        ]);
        const [a, b, c, d] = item.lines;
        expect(pairs).toEqual([
          [a, c],
          [b, d],
        ]);
      },
    ));

  it('come back from GIFT as the words that a gap takes', () =>
    check(aLine, async (word) => {
      const item = { stem: 'One?', lines: [word], right: [true] };
      const { bytes } = await giftOf(bankWith(item.stem, gapsOf(item)));
      const [, question] = parse(textOf(bytes)) as [unknown, Extract<GIFTQuestion, { type: 'Short' }>];
      expect(question.choices.map(({ text }) => text.text.replaceAll('\\*', '*'))).toEqual([
        word.replaceAll('->', '→'),
      ]);
    }));

  it('come back from Moodle XML as they were, with what is right', () =>
    check(aFreeItem, async (item) => {
      const { bytes } = await moodleOf(bankWith(item.stem, choiceOf(item)));
      const [, question] = readXml(textOf(bytes)).children;
      expect(wordsIn(textIn(all(question!, 'questiontext')[0]!, 'text')!)).toBe(item.stem);
      const answers = all(question!, 'answer');
      expect(answers.map((answer) => wordsIn(textIn(answer, 'text')!))).toEqual(item.lines);
      expect(answers.map(({ attributes }) => Number(attributes['fraction']) > 0)).toEqual(item.right);
    }));

  it('are gaps in Moodle that Moodle takes apart as they were', () =>
    check(aFreeItem, async (item) => {
      const { bytes } = await moodleOf(bankWith(item.stem, gapsOf(item)));
      const [, question] = readXml(textOf(bytes)).children;
      const html = textIn(all(question!, 'questiontext')[0]!, 'text')!;
      const gaps = html.slice(html.lastIndexOf('<p>')).match(/\{1:SHORTANSWER:=(.*?)\}/g)!;
      expect(gaps.map(wordInGap)).toEqual(item.lines);
    }));

  it('come back from QTI as they were, with what is right', () =>
    check(aFreeItem, async (item) => {
      const bank = bankWith(item.stem, choiceOf(item));
      const first = inZip((await qti12Of(bank)).bytes, 't/t.xml');
      const texts = all(first, 'mattext').map(({ text }) => wordsIn(text));
      expect(texts.slice(0, item.lines.length + 1)).toEqual([item.stem, ...item.lines]);
      const second = inZip((await qti21Of(bank)).bytes, 'items/free.xml');
      expect(all(second, 'p')[0]!.text).toBe(item.stem);
      expect(all(second, 'simpleChoice').map(({ text }) => text)).toEqual(item.lines);
      const right = all(second, 'correctResponse')[0]!.children.map(({ text }) => Number(text.slice(1)) - 1);
      expect(item.lines.map((_, index) => right.includes(index))).toEqual(item.right);
    }));

  it('come back from a table as they were', () =>
    check(aFreeItem, async (item) => {
      const { bytes } = await questionsCsvOf(bankWith(item.stem, choiceOf(item)));
      const [head, row] = parseCsv(textOf(bytes), { bom: true }) as string[][];
      const cells = Object.fromEntries(head!.map((name, index) => [name, row![index]]));
      expect(cells['question']).toBe(item.stem);
      expect(item.lines.map((_, index) => cells[`answer ${'ABCDE'[index]}`])).toEqual(item.lines);
      expect(cells['correct']).toBe(
        'ABCDE'
          .split('')
          .filter((_, index) => item.right[index])
          .join(', '),
      );
    }));

  it('of a model answer are never lost', () =>
    check(fc.tuple(aLine, aLine), async ([stem, answer]) => {
      const at = { file: 't', line: 1, column: 1 };
      const bank = bankWith(stem, { kind: 'short' }, { notes: { answer: { text: asMarkdown(answer), at } } });
      const [, gift] = parse(textOf((await giftOf(bank)).bytes)) as [
        unknown,
        Extract<GIFTQuestion, { type: 'Essay' }>,
      ];
      expect(wordsOf(gift.globalFeedback!)).toBe(answer);
      const [, moodle] = readXml(textOf((await moodleOf(bank)).bytes)).children;
      expect(wordsIn(textIn(all(moodle!, 'graderinfo')[0]!, 'text')!)).toBe(answer);
    }));
});

/** gift-pegjs leaves its own signs for escaped ones on the right of pairs. */
const decodedSigns = (text: string): string =>
  text.replace(/&&(\d{3});?/g, (_, code: string) => String.fromCharCode(Number(code)));

/** Moodle takes signs of HTML in it for HTML. */
const htmlOrWords = (text: string): string => (/&(lt|amp|quot|gt);/.test(text) ? wordsIn(text) : text);

/** What Moodle makes of the only answer of a gap: everything up to `~`, `#` or `}`, but for those in entities. */
function wordInGap(gap: string): string {
  const [, answer = ''] = /^\{1:SHORTANSWER:=(.+?)(?<!\\|&|&amp;)(?=[~#}]|$)/.exec(gap) ?? [];
  return answer
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\\*/g, '*');
}
