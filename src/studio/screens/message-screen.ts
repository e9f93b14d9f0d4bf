import { html } from 'hono/html';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { StudioPage } from './studio-page.ts';

/** A page that only says something, with a way on. */
export const messageScreen = (title: string, text: string, isInside = true): StudioPage => ({
  title,
  screen: 'plain',
  main: html`<div class="message"><h1>${title}</h1><p>${text}</p>
${isInside ? html`<p><a class="button" href="/">${STUDIO_WORDS.toPacks}</a></p>` : ''}</div>`,
});
