import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPack } from '../../../../src/build/exporting/export-pack.ts';
import { readPackSources, readTemplateSet } from '../../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { FORMATS_OUT } from '../../../../src/exchange/formats-out.ts';
import { CHROMIUM } from '../../../studio/browser/open-in-browser.ts';
import { options, textOf } from '../../../support.ts';

const html = FORMATS_OUT.filter(({ name }) => name === 'html');
const templates = readTemplateSet(createReport());
/** The print list is about pages, and lists of a class set are made for a class. */
const NOT_EXPORTED = ['print-list', 'distribution-list', 'seating-plan'];
const PRODUCTS = templates.templates
  .map(({ path }) => /([a-z-]+)\.md\.hbs$/.exec(path.replaceAll('\\', '/'))?.[1] ?? '')
  .filter((name) => !NOT_EXPORTED.includes(name));

/** What a pack may have too little for. */
const LACKING = ['nothing-to-print', 'puzzle-too-few'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** What axe finds wrong with a page, and whether it is wider than a phone or than a screen. */
async function faults(text: string): Promise<string[]> {
  await page.setContent(text);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
  for (const width of [320, 1400]) {
    await page.setViewportSize({ width, height: 900 });
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      found.push(`wider than ${width}`);
  }
  return found;
}

describe.each(['content/never-let-me-go'])('%s', (folder) => {
  it.each(PRODUCTS)('is accessible as a web page: %s', async (product) => {
    const report = createReport(textOf);
    const [source] = readPackSources([folder], 'content', report);
    const files = await exportPack(source!, templates, html, options({ products: [product] }), report);
    const codes = report.diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
    expect(codes.filter((code) => !LACKING.includes(code))).toEqual([]);
    for (const { path, bytes } of files.slice(0, 3))
      expect(await faults(new TextDecoder().decode(bytes)), path).toEqual([]);
  });
});
