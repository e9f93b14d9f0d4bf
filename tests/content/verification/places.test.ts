import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { idWords } from '../../../src/content/entries/chapter-name.ts';
import type { Pack } from '../../../src/content/entries/entry.ts';
import { packChapters } from '../../../src/content/sources/pack-chapters.ts';
import { readSource } from '../../../src/content/sources/read-source.ts';
import { reportVerdicts } from '../../../src/content/verification/report-verdicts.ts';
import { writeVerdicts } from '../../../src/content/verification/verdict-file.ts';
import { verifyQuotations } from '../../../src/content/verification/verify-quotations.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { assessmentOf } from '../../assessment/support.ts';
import { judge, pack } from './support.ts';

type Chapters = readonly (string | readonly [id: string, title: string])[];

/** A text as a pack with these chapters reads it. */
function textFor(chapters: Chapters, unit: string, ...files: (readonly [string, string | Uint8Array])[]) {
  const report = createReport();
  const wanted = {
    unit,
    chapters: chapters.map((one) => (typeof one === 'string' ? [one, `Title of ${one}`] : one)),
  };
  const source = readSource(
    files[0]![0],
    files.map(([name, text]) => ({
      path: name,
      name,
      bytes: typeof text === 'string' ? strToU8(text) : text,
    })),
    {
      unit,
      chapters: wanted.chapters.map(([id, title]) => ({ id: id!, title: title! })),
      words: idWords(wanted.chapters.map(([id]) => id!)),
    },
    report,
  )!;
  const place = (words: string, chapter: string) => {
    const { verdict, places } = judge(words, { chapter }, source);
    return `${verdict} ${places.map((found) => found.chapter).join(' ')}`.trim();
  };
  return { source, place, diagnostics: report.diagnostics };
}

const LINES = [
  'The king is on the road and will be here by night',
  'The geese were loud last night along the wall',
  'Nobody in the town will open a door for us',
];
const [KING, GEESE, DOOR] = LINES as [string, string, string];
const body = (line: string) => `${line}, and so we wait.\n\nHe looks out of the window for a while.\n`;
const play = (...heads: string[]) => heads.map((head, at) => `${head}\n\n${body(LINES[at]!)}`).join('\n');

const UNPLACED = 'verified, place not checked';

describe('the scenes of a play', () => {
  it.each([
    ['below their acts', play('ACT I\n\nSCENE I', 'SCENE V', 'ACT II\n\nSCENE II')],
    [
      'right below their acts',
      play('ACT I\nSCENE I. A hall.', 'SCENE V. A wall.', 'ACT II\nSCENE II. A town.'),
    ],
    ['in one line with their acts', play('ACT I. SCENE I.', 'Act I, Scene V', 'Act 2, Scene 2: A town')],
    ['as headings', play('# Act I\n\n## Scene I', '## Scene V', '# Act II\n\n## Scene II')],
  ])('are found by act and scene, %s', (_, text) => {
    const { place, diagnostics } = textFor(['1-1', '1-3', '1-5', '2-2'], 'scene', ['play.txt', text]);
    expect(diagnostics).toEqual([]);
    expect(place(KING, '1-1')).toBe('verified 1-1');
    expect(place(GEESE, '1-5')).toBe('verified 1-5');
    expect(place(DOOR, '2-2')).toBe('verified 2-2');
    expect(place(DOOR, '1-3')).toBe('elsewhere 2-2');
  });

  it.each([
    ['with words in their ids', ['act-1-scene-1', 'act-1-scene-5', 'act-2-scene-2'], 'act-1-scene-5'],
    ['with Roman numerals in their ids', ['i-i', 'i-v', 'ii-ii'], 'i-v'],
  ])('are found by act and scene, %s', (_, ids, second) => {
    const text = play('ACT I\n\nSCENE I', 'SCENE V', 'ACT II\n\nSCENE II');
    expect(textFor(ids, 'scene', ['play.txt', text]).place(GEESE, second)).toBe(`verified ${second}`);
  });

  it.each([
    [
      'without acts, where the pack has more',
      ['1-1', '1-3', '1-5', '2-2'],
      play('SCENE I', 'SCENE V', 'SCENE II'),
    ],
    ['without acts, where the numbers differ', ['1-1', '1-3', '1-5'], play('SCENE I', 'SCENE V', 'SCENE II')],
    [
      'where the pack lists some and counts them',
      ['1', '2'],
      play('ACT I\n\nSCENE I', 'SCENE V', 'ACT II\n\nSCENE I'),
    ],
    ['where the pack numbers them otherwise', ['3', '5', '9'], play('SCENE I', 'SCENE V', 'SCENE II')],
    ['where all are of a later act', ['1', '2', '3'], play('ACT III\n\nSCENE I', 'SCENE II', 'SCENE III')],
    [
      'where the pack has names',
      ['the-hall', 'the-wall', 'the-town'],
      play('SCENE I', 'SCENE II', 'SCENE III'),
    ],
  ])('get no verdict on their place %s', (_, ids, text) => {
    const { place, diagnostics, source } = textFor(ids, 'scene', ['play.txt', text]);
    for (const line of LINES)
      for (const id of ids) expect(place(line, id)).toMatch(/^verified, place not checked SCENE/);
    // The wording is looked at as closely as ever.
    expect(place('The king is on the hill and will be here by night', ids[0]!)).toMatch(/^altered/);
    expect(place('Whoever wakes the miller will be sorry for it', ids[0]!)).toBe('absent');
    expect(place('we wait', ids[0]!)).toMatch(/^ambiguous/);
    expect(diagnostics).toMatchObject([
      { code: 'source-chapters', severity: 'warning', where: { file: 'play.txt' } },
    ]);
    expect(diagnostics[0]!.message).toMatch(/do not match .*\. Words are checked, but not which chapter/);
    expect(source.isMatched).toBe(false);
  });

  it('can be marked as the hint says', () => {
    const { place, diagnostics } = textFor(['1-1', '1-3', '1-5'], 'scene', [
      'play.txt',
      play('# 1-1\n\nSCENE I', '# 1-5\n\nSCENE V'),
    ]);
    expect(diagnostics).toEqual([]);
    expect(place(GEESE, '1-5')).toBe('verified 1-5');
    expect(place(GEESE, '1-1')).toBe('elsewhere 1-5');
  });

  it('may be found by their titles on lines of their own', () => {
    const chapters = [
      ['1-1', 'Act 1, scene 1'],
      ['1-5', 'Act 1, scene 5'],
      ['2-2', 'Act 2, scene 2'],
    ] as const;
    const text = play('Act 1, scene 1', 'Act 1, scene 5', 'Act 2, scene 2');
    expect(textFor(chapters, 'scene', ['play.txt', text]).place(GEESE, '1-5')).toBe('verified 1-5');
    const named = [
      ['hall', 'The Hall'],
      ['wall', 'The Wall'],
      ['town', 'The Town'],
    ] as const;
    const titles = play('The Hall', 'The Wall', 'The Town');
    expect(textFor(named, 'scene', ['play.txt', titles]).place(GEESE, 'wall')).toBe('verified wall');
  });
});

describe('the chapters of a book', () => {
  const three = play('Chapter 1', 'Chapter 2', 'Chapter 3');

  it('that are found by number keep their verdicts, also where text or pack lacks some', () => {
    const { place, diagnostics } = textFor(['1', '3', '7'], 'chapter', ['book.txt', three]);
    expect(diagnostics).toEqual([]);
    expect(place(KING, '1')).toBe('verified 1');
    expect(place(GEESE, '3')).toBe('elsewhere 2');
    expect(place('Whoever wakes the miller will be sorry for it', '7')).toBe('no source');
  });

  it('are known by number also where the pack lists fewer, whose ids are all headings', () => {
    const text = play('# 1', '# 2', '# 3');
    const { place } = textFor(['1', '2'], 'chapter', ['book.md', text]);
    expect(place(GEESE, '2')).toBe('verified 2');
    expect(place(DOOR, '2')).toBe('elsewhere 3');
  });

  it('are counted through parts that begin at one again only if there are as many', () => {
    const text = play('PART ONE\n\nChapter 1', 'Chapter 2', 'PART TWO\n\nChapter 1');
    expect(textFor(['1', '2', '3'], 'chapter', ['book.txt', text]).place(DOOR, '3')).toBe('verified 3');
    expect(textFor(['1', '2', '3'], 'chapter', ['book.txt', text]).place(DOOR, '1')).toBe('elsewhere 3');
    expect(textFor(['1', '2'], 'chapter', ['book.txt', text]).place(DOOR, '1')).toContain(UNPLACED);
  });

  it('are not matched by some of their titles', () => {
    const some = [
      ['1', 'Hall'],
      ['2', 'Wall'],
      ['3', 'Gate'],
    ] as const;
    const text = play('# Hall', '# Wall', '# Town');
    expect(textFor(some, 'chapter', ['book.md', text]).place(DOOR, '3')).toContain(UNPLACED);
  });

  it('need not be found: words are checked in the whole text', () => {
    const { place, diagnostics } = textFor(['1', '2'], 'chapter', ['book.txt', body(KING)]);
    expect(place(KING, '2')).toBe(`${UNPLACED} book.txt`);
    expect(place('The king is on the hill and will be here by night', '2')).toMatch(/^altered/);
    expect(diagnostics).toMatchObject([
      {
        code: 'source-chapters',
        severity: 'warning',
        message: expect.stringMatching(/^No chapters were found/),
      },
    ]);
  });

  it('may be files, which are counted only if there are as many', () => {
    const files = LINES.map((line, at) => [`${'abc'[at]}.txt`, body(line)] as const);
    expect(textFor(['1', '2', '3'], 'chapter', ...files).place(GEESE, '2')).toBe('verified 2');
    expect(textFor(['1', '2'], 'chapter', ...files).place(GEESE, '1')).toContain(UNPLACED);
    const named = LINES.map((line, at) => [`${['1-1', '1-5', '2-2'][at]}.txt`, body(line)] as const);
    expect(textFor(['1-1', '1-5', '2-2', '3-1'], 'scene', ...named).place(GEESE, '1-5')).toBe('verified 1-5');
    const alike = LINES.map((line, at) => [`act 1 ${'abc'[at]}.txt`, body(line)] as const);
    expect(textFor(['1', '2', '3'], 'scene', ...alike).place(GEESE, '2')).toContain(UNPLACED);
  });
});

describe('headings with a word, a number and a title', () => {
  const titles = [
    ['1', 'The Hall'],
    ['2', 'The Wall'],
    ['3', 'The Town'],
  ] as const;
  it.each([
    ['as headings', ['# Stave I: The Hall', '# Stave II: The Wall', '# Stave III: The Town'], 'chapter'],
    ['as lines', ['Stave One. The Hall', 'Stave Two. The Wall', 'Stave Three. The Town'], 'chapter'],
    ['of the unit', ['# Stave I: The Hall', '# Stave II: The Wall', '# Stave III: The Town'], 'stave'],
    ['with a dash', ['# Canto 1 – The Hall', '# Canto 2 – The Wall', '# Canto 3 – The Town'], 'chapter'],
  ])('are found by their titles, %s', (_, heads, unit) => {
    const { place, diagnostics } = textFor(titles, unit, ['b.md', play(...heads)]);
    expect(diagnostics).toEqual([]);
    expect(place(GEESE, '2')).toBe('verified 2');
    expect(place(DOOR, '1')).toBe('elsewhere 3');
  });

  it('are not found by another title', () => {
    const { place } = textFor(titles, 'chapter', [
      'b.md',
      play('# Stave I: The Hall', '# Stave II: A Gate', '# Stave III: The Sea'),
    ]);
    expect(place(DOOR, '3')).toContain(UNPLACED);
  });
});

describe('an EPUB whose contents are nested', () => {
  const page = (inner: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${inner}</body></html>`;
  const epub = (nav: string, ...pages: string[]) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
          'book.opf': `<package><item id="n" href="n.xhtml" properties="nav"/>${pages.map((_, at) => `<item id="p${at}" href="p${at}.xhtml"/>`).join('')}<spine>${pages.map((_, at) => `<itemref idref="p${at}"/>`).join('')}</spine></package>`,
          'n.xhtml': page(`<nav epub:type="toc">${nav}</nav>`),
          ...Object.fromEntries(pages.map((text, at) => [`p${at}.xhtml`, page(text)])),
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
  const link = (href: string, title: string, inner = '') =>
    `<li><a href="${href}">${title}</a>${inner && `<ol>${inner}</ol>`}</li>`;
  const text = (line: string) => `<p>${line}, and so we wait for the king to come to us.</p>`;

  it('has its sections within their chapter', () => {
    const book = epub(
      `<ol>${link('p0.xhtml', 'Chapter I', link('p0.xhtml#w', 'Robert, in Continuation'))}</ol>`,
      `<h2>Chapter I</h2>${text(KING)}<section id="w"><h3>Robert, in Continuation</h3>${text(GEESE)}</section>`,
    );
    expect(textFor(['1'], 'chapter', ['b.epub', book]).place(GEESE, '1')).toBe('verified 1');
  });

  it('has acts, if the pack has', () => {
    const act = (number: string, line: string) =>
      `<section><h2>Act ${number}</h2><section id="s"><h3>Scene I</h3>${text(line)}</section></section>`;
    const book = epub(
      `<ol>${link('p0.xhtml', 'Act I', link('p0.xhtml#s', 'Scene I'))}${link('p1.xhtml', 'Act II', link('p1.xhtml#s', 'Scene I'))}</ol>`,
      act('I', KING),
      act('II', GEESE),
    );
    expect(textFor(['1', '2'], 'act', ['b.epub', book]).place(GEESE, '2')).toBe('verified 2');
    expect(textFor(['1-1', '2-1'], 'scene', ['b.epub', book]).place(GEESE, '2-1')).toBe('verified 2-1');
  });

  it('has stories with numbered sections, if the pack has their titles', () => {
    const book = epub(
      `<ol>${link('p0.xhtml', 'The Lamp', link('p0.xhtml#a', 'I') + link('p0.xhtml#b', 'II'))}${link('p1.xhtml', 'The Bridge')}</ol>`,
      `<h2>The Lamp</h2><section id="a"><h3>I</h3>${text(KING)}</section><section id="b"><h3>II</h3>${text(GEESE)}</section>`,
      `<h2>The Bridge</h2>${text(DOOR)}`,
    );
    const { place } = textFor(
      [
        ['1', 'The Lamp'],
        ['2', 'The Bridge'],
      ],
      'story',
      ['b.epub', book],
    );
    expect(place(GEESE, '1')).toBe('verified 1');
    expect(place(DOOR, '2')).toBe('verified 2');
  });

  it('has letters before its chapters', () => {
    const book = epub(
      `<ol>${link('p0.xhtml', 'Letter I')}${link('p1.xhtml', 'Chapter I')}</ol>`,
      `<h2>Letter I</h2>${text(KING)}`,
      `<h2>Chapter I</h2>${text(GEESE)}`,
    );
    const titled = textFor([['letter-1', 'Letter I'], '1'], 'chapter', ['b.epub', book]);
    expect(titled.place(KING, 'letter-1')).toBe('verified letter-1');
    const untitled = textFor(['letter-1', '1'], 'chapter', ['b.epub', book]);
    expect(untitled.place(KING, 'letter-1')).toBe('verified letter-1');
    expect(untitled.place(GEESE, 'letter-1')).toBe('elsewhere 1');
  });
});

describe('a place that was not checked', () => {
  const { source } = textFor(['1-1', '1-3'], 'scene', ['play.txt', play('SCENE I', 'SCENE V', 'SCENE II')]);
  const [first] = pack.entries.quotations;
  const entry = {
    ...first!,
    fields: { ...first!.fields, provenance: 'book' as const, chapter: '1-3', speaker: 'narrator' },
    body: { ...first!.body, text: GEESE },
  };
  const one: Pack = { ...pack, entries: { ...pack.entries, quotations: [entry] } };

  it('is no error, and no heading of the book is written down', () => {
    const verdicts = [{ ...judge(GEESE, { chapter: '1-3' }, source), id: entry.id }];
    const report = createReport();
    reportVerdicts(one, verdicts, 'play.txt', report);
    expect(report.diagnostics).toEqual([]);
    const written = writeVerdicts(one, verdicts, 'play.txt');
    expect(written).toContain(`"verdict": "${UNPLACED}"`);
    expect(written).not.toMatch(/SCENE|"paragraph"/);
  });

  it('is said once where only some headings are unknown', () => {
    const { source } = textFor(['1', '2'], 'chapter', [
      'b.md',
      play('# Chapter 1', '# An Interlude', '# Chapter 2'),
    ]);
    const verdicts = [{ ...judge(GEESE, { chapter: '1' }, source), id: entry.id }];
    const report = createReport();
    reportVerdicts(one, verdicts, 'b.md', report);
    expect(report.diagnostics).toMatchObject([
      {
        code: 'source-chapters',
        message: expect.stringContaining('“An Interlude” is not a chapter of the pack'),
      },
    ]);
  });
});

describe('headings with a word for each place', () => {
  const ids = (...chapters: string[]) => chapters;

  it.each([
    [
      'staves in words',
      ids('stave-1', 'stave-2', 'stave-5'),
      'chapter',
      ['STAVE ONE: MARLEY’S GHOST', 'Stave Two', 'STAVE V.'],
    ],
    [
      'staves by the unit',
      ids('1', '2', '5'),
      'stave',
      ['STAVE ONE: MARLEY’S GHOST', 'Stave Two', 'STAVE V.'],
    ],
    [
      'letters',
      ids('letter-1', 'letter-2', 'letter-4'),
      'chapter',
      ['Letter 1', 'LETTER II', 'Letter the Fourth'],
    ],
    [
      'letters, and chapters that begin again at 1',
      ids('letter-1', 'letter-2', '1'),
      'chapter',
      ['Letter 1', 'Letter 2', 'Chapter 1'],
    ],
    [
      'cantos in books',
      ids('1-1', '1-3', '2-1'),
      'canto',
      ['BOOK I\n\nCANTO I', 'CANTO III', 'BOOK THE SECOND\n\nCANTO I'],
    ],
    ['books of a poem', ids('1', '2', '9'), 'book', ['BOOK FIRST', 'BOOK SECOND', 'BOOK NINTH']],
    [
      'scenes in words',
      ids('1-1', '1-7', '2-1'),
      'scene',
      ['ACT ONE\n\nSCENE ONE', 'SCENE VII', 'ACT TWO\n\nSCENE 1'],
    ],
    [
      'chapters in books',
      ids('1-1', '1-2', '2-1'),
      'chapter',
      ['Book the First. Recalled to Life\n\nCHAPTER I', 'CHAPTER II', 'Book the Second\n\nCHAPTER I'],
    ],
  ])('are read: %s', (_, chapters, unit, heads) => {
    const { place, diagnostics } = textFor(chapters, unit, ['book.txt', play(...heads)]);
    expect(diagnostics).toEqual([]);
    LINES.forEach((line, at) => {
      expect(place(line, chapters[at]!)).toBe(`verified ${chapters[at]}`);
      expect(place(line, chapters[(at + 1) % 3]!)).toBe(`elsewhere ${chapters[at]}`);
    });
  });

  it('get no verdict where the pack has other words', () => {
    const { place, diagnostics } = textFor(['letter-1', 'letter-2', 'diary'], 'chapter', [
      'book.txt',
      play('STAVE I', 'STAVE II', 'STAVE III'),
    ]);
    for (const line of LINES) expect(place(line, 'letter-1')).toMatch(/^verified, place not checked/);
    expect(diagnostics).toMatchObject([{ code: 'source-chapters' }]);
  });
});

describe('the poems of an anthology', () => {
  const text = `# Ozymandias\n\n${body(KING)}\n# London\n\n${body(GEESE)}`;
  const { pack: poems } = assessmentOf({
    'books.md': '## Ozymandias\nauthor: P. B. Shelley\n\n## London\nauthor: W. Blake\n',
    'quotations.md': [
      ['right', 'ozymandias', KING],
      ['wrong', 'ozymandias', GEESE],
    ]
      .map(
        ([id, book, words]) =>
          `## ${id}\nbook: ${book}\nspeaker: narrator\nthemes: []\nprovenance: book\n\n${words}\n`,
      )
      .join('\n'),
  });

  it('are places like chapters', () => {
    const report = createReport();
    const files = [{ path: 'poems.md', name: 'poems.md', bytes: strToU8(text) }];
    const source = readSource('poems.md', files, packChapters(poems), report)!;
    const verdicts = verifyQuotations(poems, source);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['verified', 'elsewhere']);
    reportVerdicts(poems, verdicts, 'poems.md', report);
    expect(report.diagnostics).toMatchObject([
      { message: 'These words are not in Ozymandias but in London, paragraph 1.', hint: 'Correct the book.' },
    ]);
  });
});
