import { html } from 'hono/html';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { packAddress } from './studio-addresses.ts';
import type { Html } from './studio-page.ts';

/** What fetches all PDFs of a pack, with a place for what comes of it. */
export const allPdfs = (pack: string): Html =>
  html`<div class="all-pdfs"><p><a class="button main" id="all-pdfs" href="${packAddress(pack)}/all" download>${STUDIO_WORDS.allPdfs}</a> <span class="status" role="status" id="all-status"></span></p><div id="all-problems"></div></div>`;
