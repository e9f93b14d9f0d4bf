import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const saidBy = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? saidBy(mark.marks) : ''))
    .join('');

/** Everything that the files of a pack say, by product, without what lines leave out between words. */
function printed(files: Readonly<Record<string, string>>) {
  const { documents, report } = layOutPack(files);
  const said = (product: string, entry?: string) =>
    documents
      .filter(
        ({ draft: { job } }) =>
          job.product.name === product && (entry === undefined || job.entry?.id === entry),
      )
      .flatMap(({ pages }) => pages.pages.map(({ marks }) => saidBy(marks)))
      .join('\n')
      .replaceAll('\u00A0', ' ');
  return { said, findings: report.diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const PAPER =
  '---\ntitle: P\nduration: 5\nseed: 1\nsections:\n  - title: All\n    items: [useful, secret]\n---\n';
const FILES = {
  'themes.md':
    '## Alliances\nclaim: Two blocs.\nsee: [letter, shots]\n\nWhat to know.\n\n## July\nclaim: Five weeks.\n\nMore.\n',
  'people.md':
    '## Wilhelm\nrole: Emperor\nlived: 1859–1941\nclaim: He gave a blank cheque.\nthemes: [alliances]\n\nHe ruled.\n',
  'people/edith-cavell.md':
    '---\nname: Edith Cavell\nclaim: She hid soldiers.\nhandout: yes\n---\n\nA nurse.\n\n## Key facts\n\nShot at dawn.\n',
  'events.md':
    '## War\ndate: 4 August 1914\nthemes: [july]\n\n## Shots\ndate: 28 June 1914\nplace: Sarajevo\nthemes: [july]\ncauses: [anger, a plot]\nconsequences: A crisis\n\nThe Archduke is shot.\n\n## Alliance\ndate: 1882\nthemes: [july]\n',
  'sources.md':
    '## A letter\nid: letter\nauthor: W. Owen\norigin: letter home\ndate: 16 January 1917\nreference: Letters, 1967\npurpose: to comfort\n\nSeventh hell.\n\n## A telegram\nid: telegram\ndate: 1914\nunseen: yes\nline-numbers: yes\n\nCount on us.\n',
  'quotations.md':
    '## cheque\nspeaker: wilhelm\nthemes: [alliances]\nprovenance: source\nsource: Telegram\n\nYou may count on us.\n',
  'items.md':
    '## How useful are Sources A and B?\nid: useful\nkind: extended\nmarks: 4\nstimulus: [letter, telegram]\npeople: [wilhelm]\n\n### Indicative content\n\nPoints.\n\n## What is Source B?\nid: secret\nkind: short\nmarks: 1\nstimulus: telegram\n\n### Answer\n\nA telegram.\n',
  'papers/p.md': PAPER,
};

describe('people, events and sources', () => {
  const { said, findings } = printed(FILES);

  it('are all printed by the products that there are', () => expect(findings).toEqual([]));

  it.each([
    ['people-cards', /Who is it\?Wilhelm.*Emperor.*He gave a blank cheque\..*1859–1941/s],
    ['flashcards', /When was it\?.*Alliance.*Shots.*War/s],
    ['flashcards', /28 June 1914/],
    [
      'timeline',
      /Alliance.*1882.*Shots \(Sarajevo\).*28 June 1914.*War.*4 August 1914.*Shots The Archduke is shot\./s,
    ],
    ['reading-guide', /Timeline.*1882Alliance28 June 1914Shots \(Sarajevo\)4 August 1914War/],
    ['reading-guide', /Causes: anger; a plotConsequences: A crisis/],
    ['reading-guide', /People.*Wilhelm1859–1941, Emperor/s],
    [
      'reading-guide',
      /Sources.*A letter.*Seventh hell\..*W\. Owen, letter home, 16 January 1917, Letters, 1967/s,
    ],
    ['reading-guide', /Purpose: to comfort/],
    ['reading-guide', /Index\s*Edith Cavell.*Wilhelm/s],
    ['provenance', /“You may count on us\.”WilhelmTelegramsource/],
    ['provenance', /A letterW\. Owen, letter home, 16 January 1917, Letters, 1967to comfort/],
    ['provenance', /A telegram1914–/],
    ['quote-cards', /You may count on us\..*Wilhelm/s],
  ])('are printed on %s: %s', (product, words) => expect(said(product)).toMatch(words));

  it('are on the handouts of their themes, in order', () => {
    expect(said('handout', 'alliances')).toMatch(/Key people.*Wilhelm \(1859–1941, Emperor\): He gave/s);
    expect(said('handout', 'alliances')).toMatch(/A letter.*W\. Owen.*Shots.*28 June 1914/s);
    expect(said('handout', 'alliances')).not.toContain('Key events');
    expect(said('handout', 'july')).toMatch(/Key events.*1882Alliance28 June 1914Shots4 August 1914War/s);
    expect(said('handout', 'july')).not.toContain('Key people');
  });

  it('give a person a handout who asks for one, and no other', () => {
    expect(said('handout', 'edith-cavell')).toMatch(/She hid soldiers\..*Shot at dawn\./s);
    expect(said('handout', 'wilhelm')).toBe('');
  });

  it('have letters on papers, and what pupils should not see stays out', () => {
    expect(said('exam-paper')).toMatch(
      /Source A: A letter.*Seventh hell\..*W\. Owen, letter home, 16 January 1917, Letters, 1967/s,
    );
    expect(said('exam-paper')).toMatch(/Source B: A telegram/);
    expect(said('exam-paper')).not.toMatch(/to comfort|Shots/);
    expect(said('reading-guide')).not.toContain('Count on us.');
  });

  it('has letters where only one source is asked about', () => {
    const one = printed({ ...FILES, 'papers/p.md': PAPER.replace('useful, ', '') });
    expect(one.said('exam-paper')).toMatch(/Question 1 is about Source A\..*Source A: A telegram/s);
  });

  it('warns of an unseen source that no question names', () => {
    const { 'items.md': _, 'papers/p.md': __, ...files } = FILES;
    expect(printed(files).findings.join('\n')).toMatch(
      /^unprinted: No product prints this text of the source “A telegram”/,
    );
  });
});

it('are beside the timeline of a story, which has chapters', () => {
  const { said } = printed({
    'chapters.md': '## 1\ntitle: One\n\nIt begins.\n',
    'timeline.md': '## She is born\nwhen: long before\nchapters: 1\n',
    'events.md': '## The king dies\ndate: 1606\n',
  });
  expect(said('timeline')).toMatch(/The story and the telling.*She is born.*Events.*1606The king dies/s);
  // The story’s timeline gives away its end, so it comes after the chapters.
  expect(said('reading-guide')).toMatch(/Events.*1606The king dies.*It begins.*Timeline.*She is born/s);
});

it('a name that a person shares with a character is an error', () => {
  const { findings } = printed({
    'people.md': '## Ada\nclaim: Real.\n\nA person.\n',
    'characters.md': '## Ada\nid: ada-2\nrole: main\nclaim: Not.\n\nA character.\n',
  });
  expect(findings.join('\n')).toMatch(/alias-shared: “Ada” is also a name of Ada/);
});
