import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/content/sources/read-source.ts';
import type { SourceText } from '../../../src/content/sources/source-text.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { judge } from './support.ts';

const SCENES = {
  unit: 'scene',
  chapters: [
    { id: '1-1', title: 'Act 1, scene 1' },
    { id: '2-1', title: 'Act 2, scene 1' },
  ],
};
const read = (name: string, bytes: Uint8Array): SourceText =>
  readSource(name, [{ path: name, name, bytes }], SCENES, createReport())!;

const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`;
/** A play as an EPUB, with marks in its colophon alone. */
function epub(first: string, second: string): SourceText {
  const link = (href: string, title: string) => `<li><a href="${href}">${title}</a></li>`;
  const files = {
    'META-INF/container.xml': '<container><rootfile full-path="book.opf"/></container>',
    'book.opf':
      '<package><item id="n" href="n.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/><item id="c" href="c.xhtml"/><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>',
    'n.xhtml': page(
      `<nav epub:type="toc"><ol><li><a href="a.xhtml">Act I</a><ol>${link('a.xhtml#s', 'Scene I')}</ol></li><li><a href="b.xhtml">Act II</a><ol>${link('b.xhtml#t', 'Scene I')}</ol></li>${link('c.xhtml', 'Colophon')}</ol></nav>`,
    ),
    'a.xhtml': page(`<h2>Act I</h2><section id="s"><h3>Scene I</h3><p>A quay.</p>${first}</section>`),
    'b.xhtml': page(`<h2>Act II</h2><section id="t"><h3>Scene I</h3><p>A barn.</p>${second}</section>`),
    'c.xhtml': page(
      '<h2>Colophon</h2><p>The cover is “The Quay”. “It was made in spring,” says the maker.</p>',
    ),
  };
  return read(
    'play.epub',
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

const row = (name: string, words: string) =>
  `<tr><td epub:type="z3998:persona">${name}</td><td>${words}</td></tr>`;
const direction = (words: string) => `<i epub:type="z3998:stage-direction">${words}</i>`;
const cells = epub(
  `<table>${row('Ben', `The boats are on the water and the bell is ringing, ${direction('Aside.')} so light the lamp.`)}<tr><td/><td>${direction('Enter <b epub:type="z3998:persona">Mr Tolley</b> with a very long rope.')}</td></tr>${row('Mr Tolley', '<p><span>Who rang the bell at such an hour</span><br/><span>and woke the gulls along the quay?</span></p>')}</table>`,
  `<table>${row('Ben', 'The gulls are asleep again.')}${row('A Watchman', 'No lamp is lit on the other side.')}</table>`,
);
const lines = epub(
  `<p><b epub:type="z3998:persona">Ben.</b> The boats are on the water and the bell is ringing, so light the lamp.</p><p epub:type="z3998:stage-direction">Enter Mr Tolley with a very long rope.</p><p><b epub:type="z3998:persona">Mr Tolley.</b> Who rang the bell at such an hour and woke the gulls along the quay?</p>`,
  '<p><b epub:type="z3998:persona">Ben.</b> The gulls are asleep again.</p><p><b epub:type="z3998:persona">A Watchman.</b> No lamp is lit on the other side.</p>',
);
const written = (label: (name: string) => string) =>
  read(
    'play.txt',
    strToU8(
      `ACT I\n\nSCENE I\n\nA quay.\n\n${label('Ben')}The boats are on the water and the bell is ringing, so light the lamp.\n\nEnter Mr Tolley with a very long rope.\n\n${label('Mr Tolley')}Who rang the bell at such an hour\nand woke the gulls along the quay?\n\nACT II\n\nSCENE I\n\n${label('Ben')}The gulls are asleep again.\n\n${label('A Watchman')}No lamp is lit on the other side.\n`,
    ),
  );

describe.each([
  ['in cells of an EPUB', cells],
  ['at the beginning of a line of an EPUB', lines],
  ['in capitals, with a stop', written((name) => `${name.toUpperCase()}. `)],
  ['in capitals on a line', written((name) => `${name.toUpperCase()}\n`)],
  ['in capitals on a line with a stop', written((name) => `${name.toUpperCase()}.\n\n`)],
  ['with a colon', written((name) => `${name}: `)],
  ['in a column', written((name) => `${name.toUpperCase()}\t`)],
])('a play with its speakers %s', (_, play) => {
  it.each([
    ['so light the lamp', '1-1', 'ben', 'confirmed'],
    ['so light the lamp', '1-1', 'mr-tolley', 'contradicted'],
    ['so light the lamp', '1-1', 'narrator', 'contradicted'],
    ['at such an hour and woke the gulls', '1-1', 'mr-tolley', 'confirmed'],
    ['The gulls are asleep again', '2-1', 'ben', 'confirmed'],
    ['No lamp is lit on the other side', '2-1', 'ben', 'not checkable'],
    ['with a very long rope', '1-1', 'narrator', 'confirmed'],
    ['with a very long rope', '1-1', 'mr-tolley', 'contradicted'],
  ])('has “%s” in %s, which %s says: %s', (words, chapter, speaker, verdict) => {
    expect(judge(words, { chapter, speaker }, play)).toMatchObject({
      verdict: 'verified',
      places: [{ chapter }],
      speaker: { verdict },
    });
  });

  it('has no words of two people', () => {
    const words = 'The gulls are asleep again. No lamp is lit on the other side.';
    expect(judge(words, { chapter: '2-1', speaker: 'ben' }, play).verdict).toBe('altered');
  });
});

describe('a stage direction', () => {
  it('within a speech does not part its words', () => {
    const words = 'the bell is ringing, so light the lamp';
    expect(judge(words, { chapter: '1-1', speaker: 'ben' }, cells)).toMatchObject({
      verdict: 'verified',
      speaker: { verdict: 'confirmed' },
    });
  });

  it('in brackets may be left out between two parts', () => {
    const play = read(
      'play.txt',
      strToU8(
        'ACT I\n\nSCENE I\n\nBEN. Light the lamp. [He looks up.] The tide is in.\n\nMR TOLLEY. It is.\n\nACT II\n\nSCENE I\n\nBEN. It was.\n',
      ),
    );
    expect(
      judge(['Light the lamp.', 'The tide is in.'], { chapter: '1-1', speaker: 'ben' }, play),
    ).toMatchObject({
      verdict: 'verified',
      speaker: { verdict: 'confirmed' },
    });
  });
});

it('a story with a few names and colons is no play', () => {
  const story = read(
    'story.txt',
    strToU8(
      'ACT I\n\nSCENE I\n\nBEN: a note.\n\nThe boats came in.\n\nWe saw them come.\n\nNobody spoke.\n\nACT II\n\nSCENE I\n\nThe end of it.\n',
    ),
  );
  expect(judge('a note', { chapter: '1-1', speaker: 'ben' }, story).speaker.verdict).toBe('not checkable');
});
