import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/blocks/block.ts';
import { gapWords } from '../../src/blocks/named/gap-words.ts';

const entry = (text: string): Inline[] => [{ kind: 'text', text }];
const rule = { keys: ['Kathy', 'Miss Lucy', 'carer'], share: 1, seed: 'a' };
const partsOf = (entries: readonly (readonly Inline[])[]) =>
  entries.map((one) => one.map((part) => (part.kind === 'text' ? [part.text, part.gap ?? ''] : [])));
const textOf = (one: readonly Inline[]) =>
  one.map((part) => (part.kind === 'text' ? part.text : '')).join('');

describe('gapWords', () => {
  it('finds names, terms and numbers as whole words, and always shows one of several', () => {
    expect(
      partsOf(gapWords([entry('Kathy is a carer, not a carers’ friend, since 1996')], { ...rule, share: 0 })),
    ).toEqual([
      [
        ['Kathy', 'shown'],
        [' is a ', ''],
        ['carer', 'shown'],
        [', not a carers’ friend, since ', ''],
        ['1996', 'shown'],
      ],
    ]);
    const hidden = gapWords([entry('Kathy is a carer since 1996')], rule)[0]!;
    expect(hidden.filter((part) => part.kind === 'text' && part.gap === 'hidden')).toHaveLength(2);
  });

  it('asks for the longest word of an entry without any', () => {
    expect(partsOf(gapWords([entry('Nobody remembers it.')], rule))).toEqual([
      [
        ['Nobody ', ''],
        ['remembers', 'hidden'],
        [' it.', ''],
      ],
    ]);
    expect(partsOf(gapWords([entry('It is so.')], rule))).toEqual([[['It is so.', '']]]);
  });

  it('asks for the underlined word of an entry without any, not for its longest', () => {
    const said: Inline[] = [
      { kind: 'text', text: 'Nobody remembers my ' },
      { kind: 'text', text: 'song', underline: true },
      { kind: 'text', text: '.' },
    ];
    expect(partsOf(gapWords([said], rule))[0]).toEqual([
      ['Nobody remembers my ', ''],
      ['song', 'hidden'],
      ['.', ''],
    ]);
  });

  it('takes the longest of several keys, over a line end too', () => {
    const keys = ['Lucy', 'Miss Lucy'];
    expect(partsOf(gapWords([entry('To Miss\u00A0Lucy it is.')], { ...rule, keys }))[0]![1]).toEqual([
      'Miss\u00A0Lucy',
      'hidden',
    ]);
  });

  it('leaves numbers of one or two digits alone: nobody could write in their place', () => {
    expect(partsOf(gapWords([entry('In 12 of 23')], rule))).toEqual([[['In 12 of 23', '']]]);
  });

  it('hides a word that an entry has twice both times, so that neither tells the other', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e'])
      for (const text of [
        'Kathy Kathy is a carer since 1996',
        'Carer A carer is what Kathy is',
        'Miss Lucy: MISS LUCY',
      ])
        for (const share of [0.3, 0.6, 1]) {
          const [parts] = gapWords([entry(text)], { ...rule, seed, share });
          const gaps = parts!.flatMap((part) => (part.kind === 'text' && part.gap ? [part] : []));
          const isHidden = new Map(gaps.map(({ text, gap }) => [text.toLowerCase(), gap]));
          for (const { text, gap } of gaps) expect(gap).toBe(isHidden.get(text.toLowerCase()));
        }
    expect(partsOf(gapWords([entry('Kathy Kathy cares')], rule))[0]).toEqual([
      ['Kathy', 'hidden'],
      [' ', ''],
      ['Kathy', 'hidden'],
      [' cares', ''],
    ]);
  });

  it('never hides a name of which the entry says a part, which would tell the rest', () => {
    const hiddenIn = (text: string, keys: string[], more = {}) =>
      gapWords([entry(text)], { ...rule, keys, ...more })[0]!.flatMap((part) =>
        part.kind === 'text' && part.gap === 'hidden' ? [part.text] : [],
      );
    expect(hiddenIn('Florence Nightingale Nightingale wrote to the army', ['Florence Nightingale'])).toEqual(
      [],
    );
    expect(hiddenIn('Thomas Farriner It began in Farriner’s bakery', ['Thomas Farriner'])).toEqual([]);
    const law = ['Resistance and Ohm’s law', 'resistance'];
    expect(hiddenIn('Resistance and Ohm’s law Resistance is a ratio', law)).toEqual([]);
    // Small words tell nothing.
    expect(hiddenIn('The Porter opens the gate', ['The Porter'])).toEqual(['The Porter']);
    // The longest word of an entry without keys, which comes twice.
    expect(hiddenIn('Questions and answers, questions again', [])).toEqual([]);
  });

  it('never asks for what can be counted, or for the title of the page as that of a work', () => {
    const gapsIn = (parts: Inline[], more = {}) =>
      gapWords([parts], { ...rule, ...more })[0]!.flatMap((part) =>
        part.kind === 'text' && part.gap ? [part.text] : [],
      );
    expect(gapsIn([{ kind: 'text', text: '1.2' }, ...entry(' Kathy sleeps')])).toEqual(['Kathy']);
    expect(gapsIn([{ kind: 'text', text: '1711' }, ...entry(' The new church')])).toEqual(['1711']);
    const play = { keys: ['Macbeth'], title: 'Macbeth' };
    expect(gapsIn([{ kind: 'text', text: 'Macbeth', italic: true }, ...entry(', 1623')], play)).toEqual([
      '1623',
    ]);
    expect(gapsIn(entry('“Macbeth” was printed in 1623'), play)).toEqual(['1623']);
    expect(gapsIn(entry('Macbeth hears the owl'), play)).toEqual(['Macbeth']);
  });

  it('asks for words with hyphens as a whole', () => {
    expect(partsOf(gapWords([entry('so self-contained and dull')], rule))[0]![1]).toEqual([
      'self-contained',
      'hidden',
    ]);
  });

  it('prefers words that the page does not say elsewhere', () => {
    const entries = ['Kathy drives', 'Miss Lucy speaks', 'A carer waits'].map(entry);
    const page = 'Kathy drives\nMiss Lucy speaks\nA carer waits\nKathy and Miss Lucy';
    for (const seed of ['a', 'b', 'c', 'd'])
      expect(
        partsOf(gapWords(entries, { ...rule, seed, page, share: 0.34 }))
          .flat()
          .filter(([, gap]) => gap === 'hidden'),
      ).toEqual([['carer', 'hidden']]);
  });

  it('never hides the number of a line or page, but the name beside it', () => {
    const place: Inline = { kind: 'text', text: 'Kathy, lines 23–24' };
    const said: Inline = { kind: 'text', text: 'In 1996 ' };
    const [parts] = gapWords([[said, place]], { ...rule, places: new Set([place]) });
    expect(
      partsOf([parts!])[0]!
        .filter(([, gap]) => gap !== '')
        .map(([text]) => text),
    ).toEqual(['1996', 'Kathy']);
  });

  it('cuts at the same places whatever is hidden, keeps every letter, and chooses by the seed', () => {
    const texts = fc.array(fc.stringMatching(/^(?:Kathy|carer|water|in|1854|\(|,| ){0,12}$/), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), fc.string(), (list, share, seed) => {
        const entries = list.map(entry);
        const shown = gapWords(entries, { ...rule, share: 0 });
        const hidden = gapWords(entries, { ...rule, share, seed });
        expect(hidden.map(textOf)).toEqual(list.map((text) => text));
        const cuts = (all: readonly Inline[][]) =>
          all.map((one) => one.map((part) => (part as { text: string }).text));
        expect(cuts(hidden)).toEqual(cuts(shown));
        expect(gapWords(entries, { ...rule, share, seed })).toEqual(hidden);
      }),
    );
  });
});
