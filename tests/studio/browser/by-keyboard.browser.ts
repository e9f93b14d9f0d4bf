import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS_OUT } from '../../../src/exchange/formats-out.ts';
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

/** Goes down a list with the arrow keys. Nothing happens before Enter, and the keyboard stays in the list. */
async function chooseWithArrows(name: string, value: string): Promise<void> {
  await tabTo(`select[name="${name}"]`);
  const list = page.locator(`select[name="${name}"]`);
  const before = page.url();
  for (let press = 0; press < 12 && (await list.inputValue()) !== value; press++)
    await page.keyboard.press('ArrowDown');
  expect(page.url()).toBe(before);
  await Promise.all([page.waitForURL(new RegExp(`${name}=${value}`)), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
  await expect.poll(() => page.evaluate('document.activeElement.name'), WAIT).toBe(name);
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

  it('misspells a name, goes to it from the list, and corrects it', async () => {
    // The sentence from before is on the page.
    await page.locator('#save-status', { hasText: '1 text' }).waitFor();
    await page.waitForTimeout(300);
    await expect.poll(() => page.locator('.pages.working').count(), WAIT).toBe(0);
    const before = await page.locator('#pages img').first().getAttribute('data-key');
    await page.keyboard.press('Control+Home');
    const line = page.locator('.cm-activeLine');
    for (let press = 0; press < 20 && !/^quotations:/.test((await line.textContent()) ?? ''); press++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', burning-brihgt');
    await page.locator('#problems .error', { hasText: 'burning-brihgt' }).waitFor();
    await expect(page.locator('#pages img').first().getAttribute('data-key')).resolves.toBe(before);
    // Neither Print nor Download has a PDF now.
    expect(await page.locator('a[data-pdf]:not([href])').count()).toBe(2);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Escape');
    await tabTo('#problems .error a');
    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-activeLine').textContent()).resolves.toMatch(/^quotations:/);
    for (let undo = 0; undo < 20 && (await page.locator('#problems .error').count()) > 0; undo++) {
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(150);
    }
    await page.locator('#problems', { hasText: 'No problems found.' }).waitFor();
    expect(await page.locator('a[data-pdf][href]').count()).toBe(2);
  });

  it('saves, chooses type, paper and booklet, and gets the PDF', async () => {
    await page.keyboard.press('Control+s');
    await page.locator('#save-status', { hasText: 'Saved.' }).waitFor();
    await chooseWithArrows('paper', 'letter');
    await page.locator('#pages-status', { hasText: 'US Letter' }).waitFor();
    await chooseWithArrows('style', 'large-print-18');
    await chooseWithArrows('impose', 'booklet');
    await page.locator('#pages-status', { hasText: 'Fold in the middle' }).waitFor();
    const download = page.waitForEvent('download');
    await tabTo('#download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('sees the print list', async () => {
    await follow('.trail a[href$="/packs/the-tyger"]', /packs\/the-tyger$/);
    await follow('.actions a[href*="print-list"]', /print-list/);
    await page.locator('#pages-status', { hasText: 'sheet' }).waitFor();
  });

  it('exports it to another program', async () => {
    await follow('.trail a[href$="/packs/the-tyger"]', /packs\/the-tyger$/);
    await follow('.links a[href*="formats"]', /formats/);
    await follow(`a[href*="format=${FORMATS_OUT.at(-1)!.name}"]`, /format=/);
    const download = page.waitForEvent('download');
    await tabTo('a[download]');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toContain(FORMATS_OUT.at(-1)!.extension);
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
