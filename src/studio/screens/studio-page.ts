import { html, raw } from 'hono/html';
import { STUDIO_WORDS } from '../wording/studio-words.ts';

export type Html = ReturnType<typeof html>;

/** A page of Studio. */
export interface StudioPage {
  readonly title: string;
  /** What the script in the browser does with it. */
  readonly screen: 'plain' | 'packs' | 'pack' | 'product' | 'class-set' | 'import' | 'school';
  /** The way to it, from the list of packs on. */
  readonly trail?: readonly { readonly name: string; readonly href?: string }[];
  /** What can be done here, at the right of the head. */
  readonly actions?: Html;
  readonly main: Html;
  /** For the script in the browser. */
  readonly data?: object;
}

/** What all pages of a server share. */
export interface Shell {
  readonly nonce: string;
  /** The addresses of its script and its style sheet. */
  readonly script: string;
  readonly style: string;
}

/** Gives the HTML of a page. */
export function studioPage(
  { title, screen, trail = [], actions, main, data }: StudioPage,
  shell: Shell,
): Html {
  const w = STUDIO_WORDS;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${w.program}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${shell.style}">
</head>
<body data-screen="${screen}" data-nonce="${shell.nonce}">
<a class="skip" href="#main">${w.skip}</a>
<header class="head">
<nav aria-label="${w.toPacks}"><ol class="trail">
<li><a href="/">${w.program}</a></li>
${trail.map(({ name, href }) => html`<li>${href === undefined ? html`<span aria-current="page">${name}</span>` : html`<a href="${href}">${name}</a>`}</li>`)}
</ol></nav>
${actions ? html`<div class="actions">${actions}</div>` : ''}
</header>
<main id="main" tabindex="-1">${main}</main>
${data ? html`<script type="application/json" id="data" nonce="${shell.nonce}">${raw(jsonInHtml(data))}</script>` : ''}
<script type="module" src="${shell.script}" nonce="${shell.nonce}"></script>
</body>
</html>`;
}

/** Gives data as JSON that no text in it can end too early. */
const jsonInHtml = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');
