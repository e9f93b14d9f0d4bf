import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../src/content/sources/read-source.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { readPicture } from '../src/pages/pictures/read-picture.ts';
import { wanted } from './content/verification/support.ts';
import { layOutText, textOfPages } from './print-text.ts';
import { fonts } from './support.ts';

// Functions may call themselves only over trees that are bounded where they are read (recursion.test.ts). Here some kinds of
// tree are far deeper than their bounds: there is a result or a finding, and never a fault of the program, such as a full stack.

const DEPTHS = [100, 10_000, 100_000];

/** What came of something: what was found, and the words that came out. */
interface Outcome {
  readonly codes: readonly string[];
  readonly text: string;
}

const printed = (markdown: string): Outcome => {
  const { laid, report } = layOutText(`# Title\n\n${markdown}\n`);
  return { codes: report.diagnostics.map(({ code }) => code), text: textOfPages(laid) };
};

/** Something in the word “deepest”, after or between as many openings, and closings if it has any. */
const around =
  (opening: string, closing = '') =>
  (depth: number) =>
    `${opening.repeat(depth)}deepest${closing.repeat(depth)}`;

const MARKDOWN: readonly (readonly [string, (depth: number) => string])[] = [
  ['quotations', around('> ')],
  ['lists', around('- ')],
  ['lists in quotations', around('> 1. ')],
  ['drawings in HTML', around('<svg><g>')],
];

describe('text that is nested', () => {
  it.each(MARKDOWN)('in %s prints its words, or says that it is too deep', (_, make) => {
    for (const depth of DEPTHS) {
      const { codes, text } = printed(make(depth));
      expect([depth, text.includes('deepest') || codes.length > 0]).toEqual([depth, true]);
    }
  });
});

describe('a drawing that is nested', () => {
  const svg = (inner: string): Outcome => {
    const report = createReport();
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`;
    const picture = readPicture({ path: 'd.svg', bytes: strToU8(text) }, fonts, report);
    return { codes: report.diagnostics.map(({ code }) => code), text: picture ? 'drawn' : '' };
  };
  /** Elements each of which refers to the next. */
  const chain = (count: number, make: (own: string, next: string) => string) =>
    Array.from({ length: Math.min(count, 15_000) }, (_, index) => make(`a${index}`, `a${index + 1}`)).join(
      '',
    );
  const rect = '<rect width="9" height="9"/>';
  it.each<readonly [string, (depth: number) => string]>([
    ['in groups', (depth) => `${'<g>'.repeat(depth)}${rect}${'</g>'.repeat(depth)}`],
    ['in texts', (depth) => `<text>${'<tspan>'.repeat(depth)}a${'</tspan>'.repeat(depth)}</text>`],
    [
      'by use',
      (depth) => `${chain(depth, (a, b) => `<g id="${a}"><use href="#${b}"/></g>`)}<use href="#a0"/>`,
    ],
    [
      'by clipping',
      (depth) =>
        `${chain(depth, (a, b) => `<clipPath id="${a}" clip-path="url(#${b})">${rect}</clipPath>`)}<rect width="9" height="9" clip-path="url(#a0)"/>`,
    ],
    [
      'by gradients',
      (depth) =>
        `${chain(depth, (a, b) => `<linearGradient id="${a}" href="#${b}"/>`)}<rect width="9" height="9" fill="url(#a0)"/>`,
    ],
    [
      'in colours',
      (depth) => `<rect width="9" height="9" fill="${'var(--a,'.repeat(depth)}red${')'.repeat(depth)}"/>`,
    ],
    [
      'in rules of style',
      (depth) => `<style>${'@media x {'.repeat(depth)}rect{fill:red}${'}'.repeat(depth)}</style>${rect}`,
    ],
    ['in selectors', (depth) => `<style>${'g '.repeat(depth)}rect{fill:red}</style><g>${rect}</g>`],
  ])('%s is drawn or refused', (_, make) => {
    for (const depth of DEPTHS) {
      const { codes, text } = svg(make(depth));
      expect([depth, text === 'drawn' || codes.length > 0]).toEqual([depth, true]);
    }
  });
});

describe('a book that is nested', () => {
  const epub = (more: Readonly<Record<string, string>>) =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          mimetype: 'application/epub+zip',
          'META-INF/container.xml':
            '<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>',
          'o.opf':
            '<package><manifest><item id="n" href="n.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="x" href="t.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="x"><itemref idref="a"/></spine></package>',
          'n.xhtml': '<html/>',
          't.ncx': '<ncx/>',
          'a.xhtml': '<html><body><h1>Chapter 1</h1><p>It begins.</p></body></html>',
          ...more,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
  it.each<readonly [string, string, (depth: number) => string]>([
    ['pages', 'a.xhtml', (depth) => `<html><body>${around('<div>', '</div>')(depth)}</body></html>`],
    ['contents', 'n.xhtml', (depth) => `<html><body><nav>${'<ol><li><a href="a.xhtml">x</a>'.repeat(depth)}`],
    ['older contents', 't.ncx', (depth) => `<ncx>${'<navPoint><navLabel><text>x</text>'.repeat(depth)}`],
    ['lists of files', 'o.opf', (depth) => `<package>${'<manifest>'.repeat(depth)}</package>`],
    ['containers', 'META-INF/container.xml', (depth) => '<container>'.repeat(depth)],
  ])('in its %s is read, or refused', (_, name, make) => {
    for (const depth of DEPTHS) {
      const report = createReport();
      const files = [{ path: 'b.epub', name: 'b.epub', bytes: epub({ [name]: make(depth) }) }];
      const source = readSource('b.epub', files, wanted, report);
      expect([depth, source !== undefined || report.failed()]).toEqual([depth, true]);
    }
  });
});
