import { html } from 'hono/html';
import type { PrintListFile } from '../../build/print-list/print-list.ts';
import { FORMATS_OUT } from '../../exchange/formats-out.ts';
import { formHtml } from '../forms/form-html.ts';
import type { CatalogueProduct } from '../live/catalogue-of.ts';
import type { OpenText } from '../live/drafts.ts';
import type { TextForms } from '../live/form-of-text.ts';
import type { PrintChoices } from '../live/print-choices.ts';
import type { Problem } from '../live/problems-of.ts';
import type { PackText } from '../live/texts-of.ts';
import type { PageRef, ProblemMark, ProductData } from '../wire/live-answer.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { allPdfs } from './all-pdfs.ts';
import { problemList } from './problem-list.ts';
import { fileAddress, packAddress, pictureAddress, type Writing } from './studio-addresses.ts';
import type { Html, StudioPage } from './studio-page.ts';

/** How wide the pictures of pages are, in pixels. */
export const PICTURE_WIDTH = 900;

/** Word is what most people look for. */
const HAS_WORD = FORMATS_OUT.some(({ name }) => name === 'word');

/** A file of a pack beside a text that it is made from. */
export interface ProductOnScreen {
  readonly pack: { readonly id: string; readonly title: string };
  /** The file: the name of its job, and its titles. Undefined if only a text is shown. */
  readonly file: { readonly name: string; readonly title: string; readonly product: string } | undefined;
  /** All files of its product. */
  readonly files: CatalogueProduct['files'];
  readonly choices: PrintChoices;
  readonly styles: readonly { readonly name: string; readonly title: string }[];
  /** The texts that can be edited: first those that are on its pages. */
  readonly texts: readonly PackText[];
  readonly others: readonly PackText[];
  readonly text: PackText & OpenText & { readonly line?: number };
  readonly pages: readonly PageRef[];
  readonly isStale: boolean;
  /** How to print them. */
  readonly ticket: PrintListFile | undefined;
  readonly writing: Writing;
  /** The text as forms, if it can be shown so. */
  readonly forms: TextForms | undefined;
  readonly canUndo: boolean;
  /** The paper or worksheet that it prints, of which a class may get named copies. */
  readonly exam: string | undefined;
  /** Whether it is the list of everything that its pack prints. */
  readonly isPrintList: boolean;
  readonly problems: readonly Problem[];
  readonly unsaved: readonly string[];
}

/** A file of a pack: its pages, and beside them the text that they are made from. */
export function productScreen(shown: ProductOnScreen): StudioPage {
  const w = STUDIO_WORDS;
  const { pack, file, choices, text, pages, problems, unsaved } = shown;
  const name = file?.name;
  const address = (what: string) =>
    fileAddress(pack.id, what, { ...(name !== undefined && { file: name }), choices });
  const title = file ? w.fileOf(file.product, file.title) : text.title;
  return {
    title: `${title} – ${pack.title}`,
    screen: 'product',
    trail: [{ name: pack.title, href: packAddress(pack.id) }, { name: title }],
    actions: html`<span class="status" role="status" id="save-status">${saveStatus(unsaved)}</span>
${shown.canUndo ? html`<button type="button" id="undo">${w.undoSave}</button>` : ''}
<button type="button" id="save"${unsaved.length === 0 ? html` disabled` : ''}>${w.save}</button>
${
  file
    ? html`<a class="button" id="download" ${printed(address('pdf'), shown.isStale)} download>${w.downloadPdf}</a>
<a class="button main" id="print" ${printed(address('pdf'), shown.isStale)} target="_blank">${shown.isPrintList ? w.printThis : w.print}</a>`
    : ''
}`,
    main: html`<h1 class="hidden">${title}</h1>
${shown.isPrintList ? html`<section class="card all" aria-label="${w.printAll}"><p>${w.allHelp}</p>${allPdfs(pack.id)}</section>` : ''}
${file ? optionsForm(shown) : ''}
<div class="panes${file ? '' : ' alone'}">
<section class="pane writing" aria-label="${w.text}">
${textChoice(shown)}
${writingArea(shown)}
<div id="problems" aria-live="polite">${problemList(pack.id, problems, name)}</div>
</section>
<section class="pane pages${shown.isStale ? ' stale' : ''}" id="pages-pane" aria-label="${w.pages}" tabindex="0">
<p class="status" role="status" id="pages-status">${pagesStatus({ ...shown, isAlone: !file })}</p>
${file || !isOfQuestions(text.name) ? '' : html`<p>${w.questionAlone}</p><p><button type="button" class="main" id="make-worksheet">${w.makeWorksheet}</button></p>`}
${file ? html`<p class="links"><a href="${address('proof')}" target="_blank">${w.checkPrint}</a> <a href="${address('formats')}">${HAS_WORD ? w.wordAndOthers : w.otherFormats}</a>${shown.exam === undefined ? '' : html` <a href="${packAddress(pack.id)}/class-set?exam=${encodeURIComponent(shown.exam)}">${w.classSet}</a>`}</p>` : ''}
<ol id="pages">${pages.map((page, index) => pageFigure(page, index, pages.length))}</ol>
</section>
</div>
<dialog id="conflict" aria-labelledby="conflict-title"></dialog>`,
    data: {
      text,
      marks: marksIn(problems, text.name),
      live: address('live'),
      save: `${packAddress(pack.id)}/save`,
      undo: `${packAddress(pack.id)}/undo`,
      add: `${packAddress(pack.id)}/add`,
      place: address('place'),
      parts: address('parts'),
      pageText: address('page-text'),
      here: fileAddress(pack.id, 'edit', { ...(name !== undefined && { file: name }), choices }),
      width: PICTURE_WIDTH,
    } satisfies ProductData,
  };
}

/** Whether a text has questions, which nothing prints before somebody makes something of them. */
const isOfQuestions = (name: string): boolean => /^items[./]/.test(name);

/** Where the PDF is. While something has to be fixed there is none, and the link is off. */
const printed = (address: string, isStale: boolean): Html => {
  const [state, title] = isStale
    ? [html`role="link" aria-disabled="true"`, STUDIO_WORDS.printedLater]
    : [html`href="${address}"`, STUDIO_WORDS.printHelp];
  return html`data-pdf="${address}" ${state} title="${title}"`;
};

/** What is said of the pages. */
export const pagesStatus = ({
  isAlone,
  pages,
  isStale,
  ticket,
}: Pick<ProductOnScreen, 'pages' | 'isStale' | 'ticket'> & { readonly isAlone: boolean }): string => {
  const w = STUDIO_WORDS;
  if (isAlone) return w.textAlone;
  return isStale && pages.length > 0 ? w.stale : ticket ? w.ticket(ticket) : w.noPages;
};

/** What is said of the texts that are not saved. */
export const saveStatus = ({ length }: readonly string[]): string =>
  length === 0 ? STUDIO_WORDS.allSaved : STUDIO_WORDS.unsaved(length);

/** The problems in a text. */
export const marksIn = (problems: readonly Problem[], name: string): ProblemMark[] =>
  problems.flatMap(({ file, isError, message, line, column }) =>
    file === name ? [{ isError, message, line, column }] : [],
  );

const pageFigure = ({ key, width, height }: PageRef, index: number, count: number): Html =>
  html`<li><figure><img src="${pictureAddress(key, PICTURE_WIDTH)}" data-key="${key}" alt="${STUDIO_WORDS.page(index + 1, count)}" width="${Math.round(width)}" height="${Math.round(height)}" loading="${index < 2 ? 'eager' : 'lazy'}"></figure><details class="page-text" data-page="${index}"><summary>${STUDIO_WORDS.pageText(index + 1)}</summary><div></div></details></li>`;

/** How somebody writes: in a form for each entry, or in the text of the file. */
function writingArea({ text, writing, forms, pack, file, choices }: ProductOnScreen): Html {
  const w = STUDIO_WORDS;
  const to = (as: Writing, entry?: number) =>
    fileAddress(pack.id, 'edit', { ...(file && { file: file.name }), text: text.name, as, entry, choices });
  const way = (as: Writing, title: string) =>
    html`<a href="${to(as)}"${as === writing ? html` aria-current="true"` : ''}>${title}</a>`;
  const ways = html`<nav class="ways" aria-label="${w.writing}">${way('form', w.asForm)} ${way('text', w.asText)} ${way('plain', w.asPlain)}</nav>`;
  if (writing !== 'form' || !forms)
    return html`${ways}${writing === 'form' ? html`<p class="notice">${w.noForm}</p>` : ''}
<div id="editor" data-plain="${writing === 'plain' ? 'yes' : 'no'}"><textarea id="plain" spellcheck="true" aria-label="${w.textOf(text.title)}">
${text.text}</textarea></div>`;
  const { titles, index, line, form } = forms;
  return html`${ways}
${
  titles.length < 2
    ? ''
    : html`<p class="choice"><label for="entry">${w.chooseEntry}</label> <select id="entry" data-go>${titles.map(
        (title, one) =>
          html`<option value="${to('form', one)}"${one === index ? html` selected` : ''}>${title}</option>`,
      )}</select></p>`
}
<form class="entry" id="entry-form" data-index="${index}"${line === undefined ? '' : html` data-line="${line}"`} aria-label="${w.textOf(titles[index] || text.title)}">${formHtml(form)}</form>
<p class="notice" id="form-problem" role="status" hidden></p>
${form.heading === undefined ? '' : html`<p><button type="button" id="add-entry">${w.addEntry(form.singular)}</button></p>`}`;
}

function textChoice({ texts, others, text, file, choices, pack, writing, forms }: ProductOnScreen): Html {
  const option = ({ name, title }: PackText) =>
    html`<option value="${fileAddress(pack.id, 'edit', { ...(file && { file: file.name }), text: name, choices })}"${name === text.name ? html` selected` : ''}>${title}</option>`;
  const w = STUDIO_WORDS;
  return html`<p class="choice"><label for="text">${w.editing}</label> <select id="text" data-go>
${texts.length === 0 ? '' : html`<optgroup label="${w.onThesePages}">${texts.map(option)}</optgroup>`}
<optgroup label="${w.otherTexts}">${others.map(option)}</optgroup></select>${file && (writing !== 'form' || !forms) ? html` <button type="button" id="show-place">${w.showOnPage}</button>` : ''}</p>`;
}

function optionsForm({ pack, file, files, choices, styles }: ProductOnScreen): Html {
  const w = STUDIO_WORDS;
  const select = (
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) =>
    html`<label>${label} <select name="${id}" id="choice-${id}" data-choice>${options.map(
      ([name, title]) =>
        html`<option value="${name}"${name === value ? html` selected` : ''}>${title}</option>`,
    )}</select></label>`;
  const usual = ['', w.asUsual] as const;
  return html`<form class="choices" aria-label="${w.options}" data-file="${file?.name ?? ''}" data-pack="${pack.id}">
${
  files.length > 1
    ? select(
        'file',
        w.chooseFile,
        file?.name ?? '',
        files.map(({ name, title }) => [name, title]),
      )
    : ''
}
${select('paper', w.paper, choices.paper ?? '', [usual, ...Object.entries(w.papers)])}
${select('style', w.style, choices.style ?? '', [usual, ...styles.map(({ name, title }) => [name, title] as const)])}
${select('impose', w.sheets, choices.impose ?? '', [usual, ...Object.entries(w.impositions)])}
<label class="check"><input type="checkbox" name="grey" id="choice-grey" value="yes" data-choice${choices.grey ? html` checked` : ''}> ${w.grey}</label>
<span class="status quiet" role="status" id="choice-hint"></span>
</form>`;
}
