import { describe, expect, it } from 'vitest';
import { navEntries, ncxEntries } from '../../../src/content/sources/epub-contents.ts';
import { htmlEntities } from '../../../src/content/sources/html-entities.ts';
import { createSourceRoom } from '../../../src/content/sources/source-room.ts';
import { xhtmlBlocks } from '../../../src/content/sources/xhtml-blocks.ts';

const textOf = (body: string, doctype = '<!DOCTYPE html>') =>
  xhtmlBlocks(`<?xml version="1.0"?>${doctype}<html><body><p>${body}</p></body></html>`, createSourceRoom())
    .blocks.map(({ text }) => text)
    .join('|');

describe('an entity in a book', () => {
  it.each([
    ['a name of XML', 'salt &amp; flour, &lt;b&gt;&quot;&apos;', 'salt & flour, <b>"\''],
    ['a name of XHTML', 'caf&eacute;&mdash;&ldquo;na&iuml;ve&rdquo;&hellip;', 'café—“naïve”…'],
    ['a name of HTML alone', 'Dvo&rcaron;&aacute;k, &fflig;, &there4;', 'Dvořák, ﬀ, ∴'],
    ['two names that differ in case', '&Eacute;t&eacute; &Prime; &prime;', 'Été ″ ′'],
    ['a name of two characters', '&NotEqualTilde;', '≂̸'],
    ['a decimal number', 'caf&#233;&#8212;', 'café—'],
    ['a hexadecimal number', '&#xE9;&#x1F600;', 'é😀'],
    ['a space by name', 'a&nbsp;b&ensp;c&thinsp;d', 'a b c d'],
  ])('may be %s', (_, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it.each([
    ['a name that nobody defined', 'a&hobbit;b'],
    ['a name that only begins like one', '&notit; &ampere;'],
    ['a name that every object has', '&constructor; &toString; &hasOwnProperty;'],
    ['a number that is no character', '&#0; &#x110000; &#xZ;'],
    ['an ampersand that begins nothing', '&;'],
  ])('stays as written if it is %s', (_, body) => {
    expect(textOf(body)).toBe(body);
  });

  it('stays as written if the document declares it, so that it cannot grow', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `<!ENTITY x${n + 1} "${`&x${n};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE html [<!ENTITY x0 "lol"><!ENTITY ship "Aurora">${levels.join('')}]>`;
    expect(textOf('The &ship; &x30; caf&eacute;', doctype)).toBe('The &ship; &x30; café');
  });

  it('keeps the character of HTML if the document declares its name otherwise', () => {
    expect(textOf('caf&eacute;', '<!DOCTYPE html [<!ENTITY eacute "e">]>')).toBe('café');
  });

  it('is looked up once, and only if it is used', () => {
    expect(htmlEntities('&eacute; &eacute; &hobbit; &#233; &amp')).toEqual({ eacute: 'é' });
  });

  it('is read in the table of contents too', () => {
    const nav =
      '<nav epub:type="toc"><ol><li><a href="a.xhtml">The Caf&eacute; &#38; the Sea&rsquo;s &hobbit;</a></li></ol></nav>';
    expect(navEntries(nav, 'nav.xhtml').map(({ title }) => title)).toEqual(['The Café & the Sea’s &hobbit;']);
    const ncx =
      '<navMap><navPoint><navLabel><text>The Caf&#233; &amp; the Sea&rsquo;s &amp;eacute; &hobbit;</text></navLabel><content src="a.xhtml"/></navPoint></navMap>';
    expect(ncxEntries(ncx, 'toc.ncx').map(({ title }) => title)).toEqual([
      'The Café & the Sea’s &eacute; &hobbit;',
    ]);
  });
});
