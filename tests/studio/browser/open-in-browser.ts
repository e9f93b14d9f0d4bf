import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Chromium of the system; another one can be named. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const PROGRAM = join(process.cwd(), 'dist/cli/main.js');

/** The program running on an empty folder, and a browser that shows it. */
export interface OpenStudio {
  /** The folder of the packs. */
  readonly folder: string;
  readonly page: Page;
  /** What the browser complained about: errors of scripts, and what the policy of a page refused. */
  readonly complaints: readonly string[];
  /** Stops the program as Ctrl+C does. @returns its exit code */
  stop(): Promise<number | null>;
  close(): Promise<void>;
}

/** Starts the program as a teacher does, and opens the address that it prints. */
export async function openInBrowser(width = 1400, height = 900): Promise<OpenStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'studypack-browser-'));
  const program = spawn(process.execPath, [PROGRAM, 'open', folder, '--no-browser']);
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // A pack with an error has no PDF, and the browser says so of its first page; and a pack that is gone has no pages.
    if (message.type() === 'error' && !/404|410/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(await addressOf(program));
  return {
    folder,
    page,
    complaints,
    stop() {
      program.kill('SIGINT');
      return ended;
    },
    async close() {
      await browser.close();
      program.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the address that the program prints. */
const addressOf = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    program.stdout?.on('data', (chunk) => {
      said += chunk;
      const address = /http:\S+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    program.once('exit', () => reject(new Error(`The program ended: ${said}`)));
  });
