import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openInBrowser } from './open-in-browser.ts';

const WIDTHS = [320, 800, 1920];
let studio: OpenStudio;

beforeAll(async () => {
  studio = await openInBrowser();
});
afterAll(() => studio.close());

const FILE = '/packs/the-tyger/edit?file=the-tyger%2Fhandout%2Fcreation';

/** What axe finds wrong with the page, and what sticks out of it. */
async function faults(how: string): Promise<string[]> {
  const { page } = studio;
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as axe.AxeResults;
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.map(
      ({ id, nodes }) => `${how}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    ),
    ...(wide ? [`${how}: the page is wider than the screen`] : []),
  ];
}

/** At all widths, in dark colours, and in those that somebody has chosen for all programs. */
async function faultsAnyhow(): Promise<string[]> {
  const { page } = studio;
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await faults(`${width} px`)));
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await faults('dark')));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
  found.push(...(await faults('forced colours')));
  const moving =
    "[...document.querySelectorAll('*')].filter((one) => { const { transitionDuration, animationName } = getComputedStyle(one); return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration); }).map((one) => one.outerHTML.slice(0, 80))";
  found.push(...((await page.evaluate(moving)) as string[]).map((one) => `moves: ${one}`));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  return found;
}

describe('nothing is in the way of anybody', () => {
  it('where there is no pack yet', async () => {
    expect(await faultsAnyhow()).toEqual([]);
    await studio.page.getByRole('button', { name: 'A poem' }).click();
    await studio.page.waitForURL(/the-tyger$/);
    const broken = join(studio.folder, 'content/broken');
    mkdirSync(join(broken, 'themes'), { recursive: true });
    writeFileSync(
      join(broken, 'pack.md'),
      '---\ntitle: Broken\nlang: en-GB\ndate: 2026-01-05\n---\n\nText.\n',
    );
    writeFileSync(
      join(broken, 'themes/a.md'),
      '---\nname: A\nclaim: It is so.\nvocabulary: [nothing]\n---\n\nText.\n',
    );
  });

  it.each([
    ['the list of packs', '/', '.card'],
    ['a pack', '/packs/the-tyger', '.product'],
    ['a form', `${FILE}&text=vocabulary.md&as=form`, '#entry-form textarea'],
    ['a text in the editor', `${FILE}&text=vocabulary.md&as=text`, '.cm-content'],
    ['a plain text', `${FILE}&text=vocabulary.md&as=plain`, 'textarea.plain-editor'],
    ['a class set', '/packs/the-tyger/class-set?exam=test', '#roster'],
    ['what to bring in', '/import', '#pasted'],
    ['other formats', '/packs/the-tyger/formats?file=the-tyger%2Fhandout%2Fcreation', '.starters'],
    ['the school', '/school', '#school input'],
    ['what is wrong', `/packs/broken/edit?text=themes%2Fa.md&as=form`, '.problems .error'],
    ['a message', '/packs/nowhere', 'h1'],
  ])('on %s', async (_, address, sight) => {
    const { page } = studio;
    await page.goto(new URL(address, page.url()).href);
    await page.locator(sight).first().waitFor();
    // What is folded away is there too.
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await faultsAnyhow()).toEqual([]);
  });
});
