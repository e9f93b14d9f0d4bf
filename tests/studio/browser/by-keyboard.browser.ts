import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openInBrowser } from './open-in-browser.ts';

/** More presses of Tab than any screen needs. */
const MOST_TABS = 120;
const WAIT = { timeout: 10_000 };

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openInBrowser();
  page = studio.page;
});
afterAll(() => studio.close());

/** Goes on with Tab until the element has the keyboard, which has to be seen there. */
async function tabTo(selector: string): Promise<void> {
  const isThere = `document.activeElement?.matches(${JSON.stringify(selector)}) === true`;
  for (let press = 0; press < MOST_TABS; press++) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(isThere))) continue;
    const outline =
      "getComputedStyle(document.activeElement.closest('.cm-editor') ?? document.activeElement).outlineStyle";
    await expect.poll(() => page.evaluate(outline), WAIT).not.toBe('none');
    return;
  }
  throw new Error(`${selector} can't be reached with Tab`);
}

async function follow(selector: string, address: RegExp): Promise<void> {
  await tabTo(selector);
  await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}

describe('somebody without a mouse', () => {
  it('makes a pack, and opens a handout', async () => {
    await follow('[data-starter="poetry"]', /packs\/the-tyger$/);
    await follow('main a[href*="handout%2Fcreation"]:not([tabindex])', /creation/);
  });

  it('fills in a form, and sees the page change', async () => {
    const key = () => page.locator('#pages img').first().getAttribute('data-key');
    const before = await key();
    await tabTo('#entry-form [name="field.claim"]');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Always.');
    await expect.poll(key, WAIT).not.toBe(before);
  });

  it('goes into the editor and out of it', async () => {
    await follow('.ways a[href*="as=text"]', /as=text/);
    await page.locator('.cm-content').waitFor();
    await tabTo('.cm-content');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nOne more sentence.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('.cm-editor') === null")).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate("document.activeElement.closest('.cm-editor') !== null")).toBe(true);
  });

  it('saves, chooses the paper, and gets the PDF', async () => {
    await page.keyboard.press('Control+s');
    await page.locator('#save-status', { hasText: 'Saved.' }).waitFor();
    await tabTo('select[name="paper"]');
    // Typing the beginning of a choice chooses it.
    await Promise.all([page.waitForURL(/paper=letter/), page.keyboard.type('U')]);
    await page.locator('#pages-status', { hasText: 'US Letter' }).waitFor();
    const download = page.waitForEvent('download');
    await tabTo('#download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('makes copies for a class', async () => {
    await follow('.trail a[href$="/packs/the-tyger"]', /packs\/the-tyger$/);
    await follow('main a[href*="exam-paper"]:not([tabindex]), main a[href$="test"]:not([tabindex])', /edit/);
    await follow('a[href*="class-set"]', /class-set/);
    await tabTo('#roster');
    await page.keyboard.type('Name\nAnna Example\nBen Example');
    await tabTo('#class-set button');
    await page.keyboard.press('Enter');
    await page.locator('#outcome a').first().waitFor();
    expect(studio.complaints).toEqual([]);
  });
});
