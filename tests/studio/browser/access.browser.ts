import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openInBrowser } from './open-in-browser.ts';

const WIDTHS = [320, 800, 1400];
let studio: OpenStudio;

beforeAll(async () => {
  studio = await openInBrowser();
});
afterAll(() => studio.close());

const FILE = '/packs/the-tyger/edit?file=the-tyger%2Fhandout%2Fcreation';

/** What axe finds wrong with the page, and what sticks out of it. */
async function faults(): Promise<string[]> {
  const { page } = studio;
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ...(wide ? ['the page is wider than the screen'] : []),
  ];
}

async function faultsAtAllWidths(): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await studio.page.setViewportSize({ width, height: 900 });
    found.push(...(await faults()).map((fault) => `${width} px: ${fault}`));
  }
  return found;
}

describe('nothing is in the way of anybody', () => {
  it('where there is no pack yet', async () => {
    expect(await faultsAtAllWidths()).toEqual([]);
    await studio.page.getByRole('button', { name: 'A poem' }).click();
    await studio.page.waitForURL(/the-tyger$/);
  });

  it.each([
    ['the list of packs', '/', '.card'],
    ['a pack', '/packs/the-tyger', '.product'],
    ['a form', `${FILE}&text=vocabulary.md&as=form`, '#entry-form textarea'],
    ['a text in the editor', `${FILE}&text=vocabulary.md&as=text`, '.cm-content'],
    ['a plain text', `${FILE}&text=vocabulary.md&as=plain`, 'textarea.plain-editor'],
    ['a class set', '/packs/the-tyger/class-set?exam=test', '#roster'],
    ['a message', '/packs/nowhere', 'h1'],
  ])('on %s', async (_, address, sight) => {
    const { page } = studio;
    await page.goto(new URL(address, page.url()).href);
    await page.locator(sight).first().waitFor();
    // What is folded away is there too.
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await faultsAtAllWidths()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    expect(await faults()).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
  });
});
