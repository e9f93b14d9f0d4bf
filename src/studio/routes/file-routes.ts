import type { Context, Hono } from 'hono';
import { nearestPlace } from '../../pages/places/nearest-place.ts';
import { partsOfLine } from '../../pages/places/parts-of-line.ts';
import { type PlaceOnPage, placesOfPages } from '../../pages/places/places-of-pages.ts';
import { shownKey } from '../live/last-shown.ts';
import { makePdf } from '../live/make-pdf.ts';
import { makeProofOf } from '../live/make-proof-of.ts';
import { readPrintChoices } from '../live/print-choices.ts';
import { jobNamed, printJob } from '../live/print-job.ts';
import { textOfPages } from '../page-text/text-of-pages.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { PICTURE_WIDTH } from '../screens/product-screen.ts';
import type { PartsAnswer, PlaceAnswer } from '../wire/live-answer.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { editPage } from './edit-page.ts';
import { pdfHeaders, type Studio, type StudioEnv } from './studio-env.ts';

/** How wide the picture of a first page is in the list of products, in pixels. */
const THUMB_WIDTH = 360;

/** In place of a first page that cannot be printed at the moment. */
const BLANK_PAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="254"/>';

/** A file of a pack: beside its text, as pictures, as a PDF, and checked for printing. */
export function addFileRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  const show = (c: Context<StudioEnv>, title: string, help: string, status: 404 | 410 = 404) =>
    studio.show(c, messageScreen(title, help), status);
  const gone = (c: Context<StudioEnv>) => show(c, STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp, 410);
  const notPrinted = (c: Context<StudioEnv>) => show(c, STUDIO_WORDS.notPrinted, STUDIO_WORDS.notPrintedHelp);

  app.get('/packs/:pack/edit', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack?.read()) return gone(c);
    const page = await queue.run('asked', async () => [await editPage(studio, pack, c.req.query())]);
    if (!page) return busy(c);
    return page[0] ? studio.show(c, page[0]) : show(c, STUDIO_WORDS.notFound, STUDIO_WORDS.notFoundHelp);
  });
  app.get('/packs/:pack/pdf', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack?.read()) return gone(c);
    const query = c.req.query();
    const work = async () => [await makePdf(workspace, pack, query['file'] ?? '', readPrintChoices(query))];
    const made = await queue.run('asked', work);
    if (!made) return busy(c);
    const pdf = made[0]?.file;
    if (!pdf) return notPrinted(c);
    return c.body(new Uint8Array(pdf.bytes), 200, pdfHeaders(pdf.path.split('/').slice(1).join('-')));
  });
  app.get('/packs/:pack/proof', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack?.read()) return gone(c);
    const query = c.req.query();
    const work = async () => [
      await makeProofOf(workspace, pack, query['file'] ?? '', readPrintChoices(query)),
    ];
    const made = await queue.run('asked', work);
    if (!made) return busy(c);
    if (made[0] === undefined) return notPrinted(c);
    // A page of its own, with its own style.
    return c.html(made[0].replace('<style>', `<style nonce="${c.get('nonce')}">`));
  });
  addPictureRoutes(app, studio);
}

/** Pictures of pages, their texts, and where what is on them was written. */
function addPictureRoutes(app: Hono<StudioEnv>, { workspace, pictures, queue, shown }: Studio): void {
  const lastOf = (pack: string, query: Record<string, string>) =>
    shown.get(shownKey(pack, query['file'], readPrintChoices(query)))?.printed;
  app.get('/pictures/:key/:width', async (c) => {
    const width = Number(c.req.param('width'));
    if (width !== PICTURE_WIDTH) return c.text('', 404);
    const work = () => pictures.png(c.req.param('key'), width);
    const png = await queue.run('asked', work, c.req.raw.signal);
    return png ? sendPicture(c, png) : c.text('', 404);
  });
  app.get('/packs/:pack/first', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack) return c.text('', 410);
    const file = c.req.query('file') ?? '';
    const open = pack.open().open ?? pack.lastOpen();
    if (!open || !jobNamed(open, file)) return c.text('', 404);
    const work = async () => {
      const { printed } = await printJob(workspace, pack, file, {});
      const key = shownKey(pack.id, file, {});
      const [first] = printed ? pictures.add(key, printed.bytes, printed.pages) : [];
      return first && pictures.png(first.key, THUMB_WIDTH);
    };
    const png = await queue.run('shown', work, c.req.raw.signal);
    // Its address stays the same when the page changes.
    return png
      ? sendPicture(c, png, 'no-cache')
      : c.body(BLANK_PAGE, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-cache' });
  });
  app.get('/packs/:pack/place', (c) => {
    const { page, x, y } = c.req.query();
    const id = c.req.param('pack');
    const last = lastOf(id, c.req.query());
    const texts = workspace.pack(id)?.read()?.source.content ?? [];
    // Not what a template says.
    const isText = ({ at }: PlaceOnPage) => texts.some(({ path }) => path === at.file);
    const parts = last && placesOfPages(last.pages)[Number(page)]?.filter(isText);
    const at = parts && nearestPlace(parts, Number(x), Number(y));
    const text = texts.find(({ path }) => path === at?.file);
    return at && text ? c.json({ text: text.name, line: at.line } satisfies PlaceAnswer) : c.json({}, 404);
  });
  app.get('/packs/:pack/parts', (c) => {
    const { text, line } = c.req.query();
    const id = c.req.param('pack');
    const last = lastOf(id, c.req.query());
    const path = workspace
      .pack(id)
      ?.read()
      ?.source.content.find(({ name }) => name === text)?.path;
    const parts =
      last && path !== undefined ? partsOfLine(placesOfPages(last.pages), path, Number(line)) : [];
    return c.json(parts.map(({ page, box }) => ({ page, ...box })) satisfies PartsAnswer);
  });
  app.get('/packs/:pack/page-text', (c) => {
    const last = lastOf(c.req.param('pack'), c.req.query());
    const text = last && textOfPages(last.pages, last.draft.words.lang)[Number(c.req.query('page'))];
    return text === undefined ? c.text('', 404) : c.html(text);
  });
}

/** When far more is asked for than one person needs. */
const busy = (c: Context<StudioEnv>) => c.json({ problem: STUDIO_WORDS.busy }, 503);

const sendPicture = (c: Context<StudioEnv>, png: Uint8Array, caching = 'max-age=3600') =>
  c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': `private, ${caching}` });
