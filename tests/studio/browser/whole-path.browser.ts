import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS_OUT } from '../../../src/exchange/formats-out.ts';
import { type OpenStudio, openInBrowser, PROGRAM } from './open-in-browser.ts';

/** Pictures for the README are taken if a folder for them is named. */
const PICTURES = process.env['STUDIO_PICTURES'];

let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  // As large as a picture in the README.
  studio = await openInBrowser(1200, 760);
  page = studio.page;
});
afterAll(() => studio.close());

async function picture(name: string): Promise<void> {
  if (!PICTURES) return;
  await page.evaluate("document.querySelector('#pages-pane')?.scrollTo(0, 0)");
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

const firstPage = () => page.locator('#pages img').first();
const keyOfPage = () => firstPage().getAttribute('data-key');

/** Waits until the first page is another than it was. */
async function pageAfter(key: string | null): Promise<void> {
  await expect.poll(keyOfPage, WAIT).not.toBe(key);
  await expect.poll(() => page.locator('.pages.working').count(), WAIT).toBe(0);
}

const BACK = '/packs/the-tyger/edit?file=the-tyger%2Fhandout%2Fcreation&text=themes%2Fcreation.md&as=text';
const WAIT = { timeout: 10_000 };

/** Once goes to the end of what is seen of a long line, twice to its end. */
async function toLineEnd(): Promise<void> {
  await page.keyboard.press('End');
  await page.keyboard.press('End');
}

async function choose(name: string, value: string): Promise<void> {
  const loaded = page.waitForURL((url) => url.search.includes(value));
  await page.locator(`select[name=${name}]`).selectOption(value);
  await loaded;
}

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

describe('somebody who starts with nothing', () => {
  it('makes a pack of an example', async () => {
    await expect(page.locator('h1').textContent()).resolves.toBe('Make your first pack');
    await picture('studio-start');
    await page.getByRole('button', { name: 'A poem' }).click();
    await page.waitForURL(/\/packs\/the-tyger$/);
    await expect(page.locator('h1').textContent()).resolves.toBe('The Tyger');
    const thumbs =
      "[...document.querySelectorAll('.thumb img')].slice(0, 6).every((one) => one.naturalWidth > 0)";
    await expect.poll(() => page.evaluate(thumbs), WAIT).toBe(true);
    await picture('studio-pack');
  });

  it('sees the page change while typing', async () => {
    await page.getByRole('link', { name: 'Creation', exact: true }).first().click();
    await page.waitForURL(/creation/);
    await page.getByRole('link', { name: 'Text', exact: true }).click();
    await page.locator('.cm-content').waitFor();
    const before = await keyOfPage();
    await page.locator('.cm-line', { hasText: 'claim:' }).first().click();
    await toLineEnd();
    await page.keyboard.type(' And so it goes on.');
    await pageAfter(before);
    await page.getByText('Text of page 1').click();
    await page.locator('.page-text', { hasText: 'And so it goes on.' }).waitFor();
    await page.getByText('Text of page 1').click();
    await picture('studio-product');
  });

  it('sees what is wrong, beside the pages from before', async () => {
    const before = await keyOfPage();
    await page
      .locator('.cm-line', { hasText: /^quotations:/ })
      .first()
      .click();
    await toLineEnd();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', burning-brihgt');
    await page.locator('#problems .error', { hasText: 'burning-brihgt' }).waitFor();
    await page.locator('.cm-lintRange-error', { hasText: 'burning-brihgt' }).waitFor();
    await expect(page.locator('#problems').textContent()).resolves.toContain(
      'Did you mean “burning-bright”?',
    );
    await expect(page.locator('#pages-status').textContent()).resolves.toMatch(/from before/);
    await expect(page.locator('#print').getAttribute('href')).resolves.toBeNull();
    await expect(keyOfPage()).resolves.toBe(before);
    await picture('studio-problem');
    // The problem leads to its line.
    await page.locator('.cm-line').last().click();
    await page.locator('#problems .error a').first().click();
    await expect(page.locator('.cm-activeLine').textContent()).resolves.toMatch(/^quotations:/);
    await toLineEnd();
    for (let letter = 0; letter < ', burning-brihgt'.length + 1; letter++)
      await page.keyboard.press('Backspace');
    await page.keyboard.type(']');
    await page.locator('#problems', { hasText: 'No problems found.' }).waitFor();
    await expect(keyOfPage()).resolves.toBe(before);
  });

  it('saves, and finds the same words in the folder', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#save-status', { hasText: 'Saved.' }).waitFor();
    const text = filesIn(join(studio.folder, 'content'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
    expect(text).toContain('And so it goes on.');
    expect(text).not.toContain('burning-brihgt');
  });

  it('prints what `build` prints, in the style, on the paper and the sheets that were chosen', async () => {
    await choose('style', 'large-print-18');
    await choose('paper', 'letter');
    await choose('impose', 'booklet');
    await expect(page.locator('#pages-status').textContent()).resolves.toMatch(
      /US Letter.*Fold in the middle/,
    );
    const download = page.waitForEvent('download');
    await page.locator('#download').click();
    const bytes = readFileSync(await (await download).path());
    const copy = join(studio.folder, 'copy');
    mkdirSync(copy);
    cpSync(join(studio.folder, 'content'), join(copy, 'content'), { recursive: true });
    cpSync(join(studio.folder, 'studypack.yaml'), join(copy, 'studypack.yaml'));
    const chosen = ['--style', 'large-print-18', '--paper', 'letter', '--impose', 'booklet'];
    execFileSync(
      process.execPath,
      [PROGRAM, 'build', '--product', 'handout', '--only', 'creation', ...chosen],
      { cwd: copy },
    );
    const [built, ...others] = filesIn(join(copy, 'output')).filter((path) => path.endsWith('.pdf'));
    expect(others).toEqual([]);
    expect(bytes.equals(readFileSync(built!))).toBe(true);
  });

  it('sees how to print the whole pack', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'The Tyger' }).click();
    await page.getByRole('link', { name: 'Print the whole pack' }).click();
    await page.waitForURL(/print-list/);
    const width = "document.querySelector('#pages img')?.naturalWidth";
    await expect.poll(() => page.evaluate(width), WAIT).toBeGreaterThan(500);
    await picture('studio-print-list');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download all PDFs' }).click();
    const zip = await download;
    expect(zip.suggestedFilename()).toBe('the-tyger.zip');
    const files = Object.entries(unzipSync(readFileSync(await zip.path())));
    expect(files.length).toBeGreaterThan(10);
    for (const [name, bytes] of files)
      expect([name, Buffer.from(bytes.subarray(0, 5)).toString()]).toEqual([name, '%PDF-']);
    await page.locator('#all-status', { hasText: 'the-tyger.zip is with your downloads' }).waitFor();
  });

  it('makes copies for a class, whose names are nowhere on the disk', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'The Tyger' }).click();
    await page.getByRole('link', { name: 'Exam paper', exact: true }).click();
    await page.getByRole('link', { name: 'Named copies for a class' }).click();
    await page.locator('#roster').fill('Name\nZenobia Example\nOctavia Example');
    await page.getByRole('button', { name: 'Make the copies' }).click();
    const links = page.locator('#outcome a');
    await links.first().waitFor();
    await picture('studio-class-set');
    const response = await page.request.get(
      new URL((await links.first().getAttribute('href'))!, page.url()).href,
    );
    expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
    for (const path of filesIn(studio.folder))
      expect(readFileSync(path).includes('Zenobia'), path).toBe(false);
    await page.getByRole('button', { name: 'Forget the names' }).click();
    await page.locator('#outcome', { hasText: 'The names are forgotten.' }).waitFor();
  });

  it('exports a handout, or what there is to export, for another program', async () => {
    const [format] = FORMATS_OUT;
    await page.getByRole('navigation').getByRole('link', { name: 'The Tyger' }).click();
    await page.getByRole('link', { name: 'Creation', exact: true }).first().click();
    await page.locator('.links a[href*="formats"]').click();
    await page.locator(`a[href*="format=${format!.name}"]`).first().click();
    const link = page.locator('a[download]');
    await link.waitFor();
    await picture('studio-formats');
    const download = page.waitForEvent('download');
    await link.click();
    const made = await download;
    expect(made.suggestedFilename()).toContain(format!.extension);
    expect(readFileSync(await made.path()).length).toBeGreaterThan(100);
  });

  it('brings in a file that is dropped on the page, and writes it only when asked', async () => {
    await page.goto(new URL('/import', page.url()).href);
    const drop = `(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<h1>Rivers</h1><h2>Source</h2><p>A river begins at its source.</p>'], 'rivers.html', { type: 'text/html' }));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    })()`;
    await page.evaluate(drop);
    await page.getByRole('button', { name: 'Bring it in' }).waitFor();
    expect(existsSync(join(studio.folder, 'content/rivers'))).toBe(false);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL(/packs\/rivers/);
    expect(existsSync(join(studio.folder, 'content/rivers/pack.md'))).toBe(true);
  });

  it('loses nothing by the back button, nor when the pack is deleted meanwhile', async () => {
    const write = async (text: string) => {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
    };
    await page.goto(new URL(BACK, page.url()).href);
    await write('Written before going back.');
    await page.locator('#save-status', { hasText: 'not saved' }).waitFor();
    await page.goBack();
    await page.goForward();
    await write('');
    await page.locator('.cm-line', { hasText: 'Written before going back.' }).waitFor();
    renameSync(join(studio.folder, 'content/the-tyger'), join(studio.folder, 'gone'));
    await write(' And more.');
    await page.locator('#pages-status', { hasText: 'put it back' }).waitFor();
    renameSync(join(studio.folder, 'gone'), join(studio.folder, 'content/the-tyger'));
    await write(' Still.');
    await page.locator('#save-status', { hasText: 'not saved' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#save-status', { hasText: 'Saved.' }).waitFor();
    const text = readFileSync(join(studio.folder, 'content/the-tyger/themes/creation.md'), 'utf8');
    expect(text).toContain('Written before going back. And more. Still.');
  });

  it('closes it, and no page complained of anything', async () => {
    // Whoever stops it in the middle of a save gets another exit code.
    await page.goto(new URL('/', page.url()).href);
    expect(studio.complaints).toEqual([]);
    expect(await studio.stop()).toBe(0);
  });
});
