import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeEpub } from '../../../../src/exchange/out/epub/write-epub.ts';
import { writeWebPage } from '../../../../src/exchange/out/html/write-web-page.ts';
import type { ProductOut } from '../../../../src/exchange/out/product-out.ts';
import { readBlocks } from '../../../read-blocks.ts';
import { productsOf } from '../product-out.ts';
import { all, readXml, type Xml } from '../xml/read-xml.ts';
import { EVERY_BLOCK } from './every-block.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let handout: ProductOut;
let guide: ProductOut;
beforeAll(async () => {
  handout = (await productsOf('tests/packs/optics', 'handout'))[0]!;
  guide = (await productsOf('tests/packs/optics', 'reading-guide'))[0]!;
});

/** The markup of a web page, which is good XML too but for its first lines. */
function pageOf(product: ProductOut): Xml {
  const text = decode(writeWebPage(product).bytes);
  expect(text.startsWith('<!DOCTYPE html>\n<html lang="en-GB">')).toBe(true);
  return readXml(text.replace('<!DOCTYPE html>\n', ''));
}

const page = (markdown: string, more: Partial<ProductOut> = {}) =>
  pageOf({ ...handout, blocks: readBlocks(markdown).blocks, ...more });

const values = (element: Xml, name: string, attribute: string) =>
  all(element, name).flatMap(({ attributes }) => attributes[attribute] ?? []);

const everything = (element: Xml): Xml[] => [element, ...element.children.flatMap(everything)];

/** Ids that are there twice, and links within the page that lead nowhere. */
function brokenIn(root: Xml): string[] {
  const ids = everything(root).flatMap(({ attributes }) => attributes['id'] ?? []);
  const links = values(root, 'a', 'href').filter((href) => href.startsWith('#'));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
    ...links.filter((href) => !ids.includes(href.slice(1))),
  ];
}

describe('a web page', () => {
  it('is one file that needs no other and runs nothing', () => {
    const { bytes } = writeWebPage(guide);
    const root = pageOf(guide);
    expect(all(root, 'script')).toEqual([]);
    expect([
      ...values(root, 'link', 'href'),
      ...values(root, 'img', 'src').filter((src) => !src.startsWith('data:')),
    ]).toEqual([]);
    expect(decode(bytes)).not.toMatch(/@import|url\(|\son[a-z]+="/);
  });

  it('has one heading of level 1, and others by their levels', () => {
    const levels = (root: Xml) =>
      everything(root).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [name] : []));
    expect(levels(page('Text.'))).toEqual(['h1']);
    expect(levels(page('## Two\n\n#### Three'))).toEqual(['h1', 'h2']);
    expect(levels(page('# One\n\n## Two'))).toEqual(['h1', 'h2']);
  });

  it('has tables with headers, lists with their numbers, quotations and notes', () => {
    const root = page(
      '| a | b |\n|:--|--:|\n| c | 1 |\n\n3. x\n4. y\n\n> Quoted.\n\nA claim.[^1]\n\n[^1]: Its source.',
    );
    expect(values(root, 'th', 'scope')).toEqual(['col', 'col']);
    expect(values(root, 'ol', 'start')).toEqual(['3']);
    expect(all(root, 'blockquote')[0]!.text.trim()).toBe('Quoted.');
    expect(values(root, 'a', 'href')).toEqual(['#note1', '#noteref1']);
    expect(all(root, 'ol').at(-1)!.text).toContain('Its source.');
    expect(brokenIn(root)).toEqual([]);
  });

  it('describes every picture and drawing, and has no link that leads nowhere', () => {
    const root = pageOf({ ...handout, blocks: Object.values(EVERY_BLOCK).flatMap(({ blocks }) => blocks) });
    const drawn = all(root, 'img').map(({ attributes }) => attributes['alt']);
    expect(drawn).toEqual(['A kilogram of letters', 'How Lima leads to London', 'A hill in the mist']);
    expect(brokenIn(root)).toEqual([]);
    expect(brokenIn(pageOf(guide))).toEqual([]);
  });

  it('has signs of markup as text', () => {
    const root = page('`<script>alert(1)</script>` & "so" <on>');
    expect(all(root, 'script')).toEqual([]);
    expect(all(root, 'p')[0]!.text).toContain('<script>alert(1)</script>');
  });

  it('takes no link that would run something', () => {
    const hrefs = values(
      page('[a](javascript:alert(1)) [b](https://example.org/) [c](data:text/html,x)'),
      'a',
      'href',
    );
    expect(hrefs).toEqual(['https://example.org/']);
  });
});

describe('an e-book', () => {
  it('is a good EPUB: its type first, all files listed, all of them XML, all links to something', () => {
    const { bytes } = writeEpub(guide);
    expect(decode(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const files = unzipSync(bytes);
    const opf = readXml(decode(files['book/package.opf']!));
    const listed = values(opf, 'item', 'href');
    const inside = Object.keys(files).flatMap((name) => /^book\/(?!package)(.*)$/.exec(name)?.[1] ?? []);
    expect([...listed].sort()).toEqual(inside.sort());
    expect(values(opf, 'itemref', 'idref').length).toBeGreaterThan(1);
    const pages = inside.filter((name) => name.endsWith('.xhtml'));
    const roots = new Map(
      pages.map((name) => [name, readXml(decode(files[`book/${name}`]!).replace('<!DOCTYPE html>\n', ''))]),
    );
    const idsIn = (name: string) =>
      everything(roots.get(name)!).flatMap(({ attributes }) => attributes['id'] ?? []);
    for (const [name, root] of roots) {
      const broken = values(root, 'a', 'href')
        .filter((href) => !/^https?:/.test(href))
        .filter((href) => {
          const [file, id] = href.split('#') as [string, string | undefined];
          const target = file === '' ? name : file;
          return !roots.has(target) || (id !== undefined && !idsIn(target).includes(id));
        });
      expect(broken, name).toEqual([]);
    }
    const nav = roots.get('nav.xhtml')!;
    expect(all(nav, 'a').map(({ text }) => text)).toContain('Straight lines');
    expect(opf.text).toContain('2026-02-03T00:00:00Z');
    const first = all(opf, 'dc:identifier')[0]!.text;
    expect(first).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(values(opf, 'item', 'properties')).toEqual(expect.arrayContaining(['nav', 'cover-image']));
  });

  it('keeps its id when its text changes, so that a later edition takes the place of an earlier one', () => {
    const idOf = (product: ProductOut) =>
      /urn:uuid:[0-9a-f-]+/.exec(decode(unzipSync(writeEpub(product).bytes)['book/package.opf']!))![0];
    expect(idOf({ ...guide, blocks: guide.blocks.slice(0, 9) })).toBe(idOf(guide));
  });
});
