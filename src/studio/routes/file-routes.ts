import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { buildPack } from '../../build/build.ts';
import { createReport } from '../../diagnostics/report.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { catalogueOf, fileTitle } from '../live/catalogue-of.ts';
import type { LivePack } from '../live/open-workspace.ts';
import { type PrintChoices, readPrintChoices } from '../live/print-choices.ts';
import { jobNamed, type PrintedJob, printJob } from '../live/print-job.ts';
import { type Problem, problemsOf } from '../live/problems-of.ts';
import { textsIn, textsOf } from '../live/texts-of.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { problemList } from '../screens/problem-list.ts';
import { marksIn, PICTURE_WIDTH, pagesStatus, productScreen, saveStatus } from '../screens/product-screen.ts';
import type { LiveAnswer, PageRef } from '../wire/live-answer.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

/** How wide the picture of a first page is in the list of products, in pixels. */
const THUMB_WIDTH = 360;
/** More than anybody types into one text: the program reads no larger ones. */
export const LARGEST_BODY = 9 * 1024 * 1024;

const typedSchema = z.object({ text: z.string(), name: z.string(), revision: z.number() });

/** A file of a pack: beside its text, as a PDF, as pictures, and while somebody types. */
export function addFileRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, pictures } = studio;
  const shown = lastShown();
  const packOf = (c: Context<StudioEnv>) => workspace.pack(c.req.param('pack') ?? '');
  const gone = (c: Context<StudioEnv>) =>
    studio.show(c, messageScreen(STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp), 410);

  app.get('/packs/:pack/edit', async (c) => {
    const pack = packOf(c);
    if (!pack?.read()) return gone(c);
    const page = await editPage(studio, pack, shown, c.req.query());
    return page ? studio.show(c, page) : studio.show(c, notFound(), 404);
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
    const live = await liveState(studio, pack, shown, file, choices);
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
    const png = await pictures.png(c.req.param('key'), width);
    return png ? sendPicture(c, png) : c.text('', 404);
  });
  app.get('/packs/:pack/first', async (c) => {
    const pack = packOf(c);
    if (!pack) return c.text('', 410);
    const { printed } = await printJob(workspace, pack, c.req.query('file') ?? '', {});
    const [first] = printed ? pictures.add(printed.bytes, printed.pages) : [];
    const png = first && (await pictures.png(first.key, THUMB_WIDTH));
    return png ? sendPicture(c, png) : c.text('', 404);
  });
  app.get('/packs/:pack/pdf', async (c) => {
    const pack = packOf(c);
    if (!pack?.read()) return gone(c);
    const pdf = await makePdf(studio, pack, c.req.query('file') ?? '', readPrintChoices(c.req.query()));
    if (!pdf) return studio.show(c, messageScreen(STUDIO_WORDS.notPrinted, STUDIO_WORDS.notPrintedHelp), 404);
    const name = encodeURIComponent(pdf.path.split('/').slice(1).join('-'));
    return c.body(new Uint8Array(pdf.bytes), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename*=UTF-8''${name}`,
      // The viewers of browsers have styles and scripts of their own.
      'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'",
    });
  });
}

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
    problems: problemsOf(findings, pack.read()?.source),
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
    others: all.filter((one) => !onPages.includes(one.name)),
    text: { ...text, ...opened, ...(Number(line) > 0 && { line: Number(line) }) },
  });
}

/** Prints a file as `build` does, with all its checks. */
async function makePdf({ workspace }: Studio, pack: LivePack, name: string, choices: PrintChoices) {
  const { open } = pack.open();
  const job = open && jobNamed(open, name);
  if (!job) return undefined;
  const { templates, fonts } = workspace.disk;
  const report = createReport();
  const options = {
    ...choices,
    products: [job.product.name],
    ...(job.entry && { only: [job.entry.id] }),
    memory: workspace.memory,
    fonts,
    keep: false,
  };
  let found: { path: string; bytes: Uint8Array } | undefined;
  for await (const file of buildPack(open.source, templates, options, report))
    if (file.of === name && file.pages !== undefined) found = file;
  return report.failed() ? undefined : found;
}
