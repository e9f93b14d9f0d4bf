import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { PrintListFile } from '../../build/print-list/print-list.ts';
import { createReport } from '../../diagnostics/report.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { catalogueOf, fileTitle } from '../live/catalogue-of.ts';
import { makePdf } from '../live/make-pdf.ts';
import { makeProofOf } from '../live/make-proof-of.ts';
import type { LivePack } from '../live/open-workspace.ts';
import { type PrintChoices, readPrintChoices } from '../live/print-choices.ts';
import { jobNamed, type PrintedJob, printJob } from '../live/print-job.ts';
import { ofOneFile, type Problem, problemsOf } from '../live/problems-of.ts';
import { textsIn, textsOf } from '../live/texts-of.ts';
import { ticketOf } from '../live/ticket-of.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { problemList } from '../screens/problem-list.ts';
import { marksIn, PICTURE_WIDTH, pagesStatus, productScreen, saveStatus } from '../screens/product-screen.ts';
import type { LiveAnswer, PageRef } from '../wire/live-answer.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { pdfHeaders, type Studio, type StudioEnv } from './studio-env.ts';

/** How wide the picture of a first page is in the list of products, in pixels. */
const THUMB_WIDTH = 360;
/** More than anybody types into one text: the program reads no larger ones. */
export const LARGEST_BODY = 9 * 1024 * 1024;

const typedSchema = z.object({ text: z.string(), name: z.string(), revision: z.number() });

/** A file of a pack: beside its text, as a PDF, as pictures, and while somebody types. */
export function addFileRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, pictures, queue } = studio;
  const shown = lastShown();
  const packOf = (c: Context<StudioEnv>) => workspace.pack(c.req.param('pack') ?? '');
  const gone = (c: Context<StudioEnv>) =>
    studio.show(c, messageScreen(STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp), 410);

  app.get('/packs/:pack/edit', async (c) => {
    const pack = packOf(c);
    if (!pack?.read()) return gone(c);
    const page = await queue.run('asked', async () => [await editPage(studio, pack, shown, c.req.query())]);
    if (!page) return busy(c);
    return page[0] ? studio.show(c, page[0]) : studio.show(c, notFound(), 404);
  });
  app.post('/packs/:pack/live', bodyLimit({ maxSize: LARGEST_BODY }), async (c) => {
    const pack = packOf(c);
    const source = pack?.read()?.source;
    if (!pack || !source) return c.json({ problem: STUDIO_WORDS.goneHelp }, 410);
    const typed = typedSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!typed.success) return c.json({ problem: STUDIO_WORDS.notFoundHelp }, 400);
    const { name, text } = typed.data;
    const revision = pack.drafts.type(name, text, typed.data.revision);
    if (revision === undefined) {
      const theirs = pack.drafts.open(name)?.text;
      return c.json({ conflicts: [{ name, mine: text, theirs }] }, 409);
    }
    const { file, ...query } = c.req.query();
    const choices = readPrintChoices(query);
    const live = await queue.run('typed', () => liveState(studio, pack, shown, file, choices));
    if (!live) return busy(c);
    const { pages, isStale, problems, unsaved } = live;
    return c.json({
      pages,
      isStale,
      status: pagesStatus(live),
      problems: String(await problemList(pack.id, problems, file)),
      marks: marksIn(problems, name),
      unsaved: unsaved.length,
      saveStatus: saveStatus(unsaved),
      revision,
    } satisfies LiveAnswer);
  });
  app.get('/pictures/:key/:width', async (c) => {
    const width = Number(c.req.param('width'));
    if (width !== PICTURE_WIDTH) return c.text('', 404);
    const work = () => pictures.png(c.req.param('key'), width);
    const png = await queue.run('asked', work, c.req.raw.signal);
    return png ? sendPicture(c, png) : c.text('', 404);
  });
  app.get('/packs/:pack/first', async (c) => {
    const pack = packOf(c);
    if (!pack) return c.text('', 410);
    const work = async () => {
      const { printed } = await printJob(workspace, pack, c.req.query('file') ?? '', {});
      const [first] = printed ? pictures.add(printed.bytes, printed.pages) : [];
      return first && pictures.png(first.key, THUMB_WIDTH);
    };
    const png = await queue.run('shown', work, c.req.raw.signal);
    return png ? sendPicture(c, png) : c.text('', 404);
  });
  app.get('/packs/:pack/pdf', async (c) => {
    const pack = packOf(c);
    if (!pack?.read()) return gone(c);
    const query = c.req.query();
    const work = async () => [await makePdf(workspace, pack, query['file'] ?? '', readPrintChoices(query))];
    const made = await queue.run('asked', work);
    if (!made) return busy(c);
    const pdf = made[0]?.file;
    if (!pdf) return studio.show(c, messageScreen(STUDIO_WORDS.notPrinted, STUDIO_WORDS.notPrintedHelp), 404);
    return c.body(new Uint8Array(pdf.bytes), 200, pdfHeaders(pdf.path.split('/').slice(1).join('-')));
  });
  app.get('/packs/:pack/proof', async (c) => {
    const pack = packOf(c);
    if (!pack?.read()) return gone(c);
    const query = c.req.query();
    const work = async () => [
      await makeProofOf(workspace, pack, query['file'] ?? '', readPrintChoices(query)),
    ];
    const made = await queue.run('asked', work);
    if (!made) return busy(c);
    if (made[0] === undefined)
      return studio.show(c, messageScreen(STUDIO_WORDS.notPrinted, STUDIO_WORDS.notPrintedHelp), 404);
    // A page of its own, with its own style.
    return c.html(made[0].replace('<style>', `<style nonce="${c.get('nonce')}">`));
  });
}

/** When far more is asked for than one person needs. */
const busy = (c: Context<StudioEnv>) => c.json({ problem: STUDIO_WORDS.busy }, 503);

const notFound = () => messageScreen(STUDIO_WORDS.notFound, STUDIO_WORDS.notFoundHelp);

const sendPicture = (c: Context<StudioEnv>, png: Uint8Array) =>
  c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=3600' });

/** The pages of files as they were last without errors. */
type LastShown = Map<string, readonly PageRef[]>;

const lastShown = (): LastShown => new Map();

/** What a page shows of a file: its pages, or those from before if something is wrong now, and what is wrong. */
interface LiveState {
  readonly pages: readonly PageRef[];
  readonly isStale: boolean;
  readonly ticket: PrintListFile | undefined;
  readonly problems: readonly Problem[];
  readonly unsaved: readonly string[];
}

async function liveState(
  { workspace, pictures }: Studio,
  pack: LivePack,
  shown: LastShown,
  file: string | undefined,
  choices: PrintChoices,
): Promise<LiveState & { readonly printed: PrintedJob['printed'] }> {
  const key = JSON.stringify([pack.id, file, choices]);
  const { findings, printed } =
    file === undefined
      ? { findings: pack.open().findings, printed: undefined }
      : await printJob(workspace, pack, file, choices);
  const pages = printed && pictures.add(printed.bytes, printed.pages);
  if (pages) shown.set(key, pages);
  return {
    pages: pages ?? shown.get(key) ?? [],
    isStale: pages === undefined && file !== undefined,
    ticket: printed && ticketOf(printed, choices),
    problems: problemsOf(ofOneFile(findings), pack.read()?.source),
    unsaved: pack.drafts.unsaved(),
    printed,
  };
}

async function editPage(studio: Studio, pack: LivePack, shown: LastShown, query: Record<string, string>) {
  const { file, text: asked, line } = query;
  const source = pack.read()!.source;
  const choices = readPrintChoices(query);
  const { printed, ...live } = await liveState(studio, pack, shown, file, choices);
  const open = pack.open().open ?? pack.lastOpen();
  const job = file !== undefined && open ? jobNamed(open, file) : undefined;
  if (file !== undefined && open && !job) return undefined;
  const all = textsOf(source, open);
  const onPages = printed ? textsIn(source, printed.draft.filled.origins, job?.entry?.at.file) : [];
  const name = asked ?? onPages[0] ?? live.problems.find((one) => one.file)?.file ?? 'pack.md';
  const text = all.find((one) => one.name === name);
  const opened = text && pack.drafts.open(name);
  if (!text || !opened) return undefined;
  const { fonts, templates } = studio.workspace.disk;
  const product =
    job && open && catalogueOf(open, fonts).products.find((one) => one.name === job.product.name);
  const styles = open?.styles ?? readStyles(templates.styles, createReport());
  return productScreen({
    ...live,
    pack: { id: pack.id, title: open?.pack.about.name ?? pack.id },
    file: job && open && { name: job.name, title: fileTitle(job, open), product: job.product.settings.title },
    files: product?.files ?? [],
    choices,
    styles: [...styles].map(([style, { name: title }]) => ({ name: style, title })),
    texts: onPages.flatMap((one) => all.find((other) => other.name === one) ?? []),
    exam: job && ['exam-paper', 'worksheet'].includes(job.product.name) ? job.entry?.id : undefined,
    canUndo: pack.drafts.canUndo(name),
    others: all.filter((one) => !onPages.includes(one.name)),
    text: { ...text, ...opened, ...(Number(line) > 0 && { line: Number(line) }) },
  });
}
