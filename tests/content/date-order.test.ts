import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDate, dateOrder, yearOf } from '../../src/content/entries/date-order.ts';
import { english, wordsIn } from '../words-in.ts';

describe('the year of a date', () => {
  it.each([
    ['28 June 1914', 1914],
    ['June 28, 1914', 1914],
    ['1914–18', 1914],
    ['1914-06-28', 1914],
    ['28.6.1914', 1914],
    ['c. 1450', 1450],
    ['before 476', 476],
    ['1930s', 1930],
    ['44 BC', -44],
    ['15 March 44 BC', -44],
    ['264–146 BC', -264],
    ['10,000 BC', -10000],
    ['27 BC–AD 14', -27],
    ['AD 43', 43],
    ['79 CE', 79],
    ['5th century BC', -500],
    ['15th century', 1401],
    ['65 million years ago', -65_000_000],
    ['4.5 billion years ago', -4_500_000_000],
    ['44 v. Chr.', -44],
    ['15. Jahrhundert', 1401],
    ['XVe siècle', 1401],
    ['52 av. J.-C.', -52],
    ['siglo XV', 1401],
    ['XV wiek', 1401],
    ['44 p.n.e.', -44],
    ['II secolo a.C.', -200],
    ['44 CC', -44],
    ['1er septembre 1939', 1939],
  ])('%s', (written, year) => expect(yearOf(written)).toBe(year));

  it.each(['long ago', 'the 12th day', 'June', '', '28 June', '25 of them'])('is not in “%s”', (written) =>
    expect(yearOf(written)).toBeUndefined(),
  );

  it('is any year of three or four digits, with a day and a month before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 1, max: 28 }), (year, day) => {
        expect(yearOf(`${day} May ${year}`)).toBe(year);
      }),
    );
  });
});

describe('dates in order', () => {
  const sorted = (written: readonly string[], lang = 'en-GB') => {
    const { lists } = lang === 'en-GB' ? english : wordsIn(lang);
    const dated = written.map((text) => ({ text, order: dateOrder(text, undefined, lists) }));
    return dated.toSorted((a, b) => byDate(a.order, b.order)).map(({ text }) => text);
  };

  it.each([
    [
      'en-GB',
      ['44 BC', 'AD 43', 'c. 1450', '1914', 'Jan. 1914', '28 June 1914', '4 August 1914', '1914-09-01'],
    ],
    ['en-GB', ['March 1917', 'summer 1917', '3 July 1917', 'winter 1917']],
    ['en-GB', ['16 March 44 BC', '17 March 44 BC', 'May 44 BC', '31 BC']],
    ['pl', ['styczeń 1939', '1 września 1939', 'wrzesień 1939, po wybuchu', '3 października 1939']],
    ['fr', ['14 juillet 1789', '4 août 1789', 'été 1790', '1er septembre 1790']],
    ['de', ['Februar 1933', '24. März 1933', 'Mai 1933', 'Herbst 1933']],
  ])('in %s: %s', (lang, written) => {
    const expected = lang === 'pl' ? [written[0], written[2], written[1], written[3]] : written;
    expect(sorted(written.toReversed(), lang)).toEqual(expected);
  });

  it('goes by the year that the author gives, where the date has none', () => {
    expect(dateOrder('the end of the Ice Age', -9700, english.lists)).toEqual([-9700, 0, 0]);
  });

  it('takes a number above twelve for the day', () => {
    expect(dateOrder('6/28/1914', undefined, english.lists)).toEqual([1914, 6, 28]);
    expect(dateOrder('28/6/1914', undefined, english.lists)).toEqual([1914, 6, 28]);
  });
});
