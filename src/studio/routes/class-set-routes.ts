import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { sumsInWords } from '../../assessment/class-sets/list-context.ts';
import { createClassSets } from '../live/class-sets.ts';
import { printChoicesSchema } from '../live/print-choices.ts';
import { ofOneFile, problemsOf } from '../live/problems-of.ts';
import { rosterOf } from '../live/roster-of.ts';
import { classSetScreen } from '../screens/class-set-screen.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { setOutcome } from '../screens/set-outcome.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import { pdfHeaders, type Studio, type StudioEnv } from './studio-env.ts';

/** The largest roster, in bytes, as base64: that of a large school. */
const LARGEST_ROSTER = 3 * 1024 * 1024;

const requestSchema = z.object({
  exam: z.string(),
  /** What was typed; or a file, as base64. */
  text: z.string().optional(),
  file: z.object({ name: z.string().max(200), data: z.base64() }).optional(),
  /** Letters of the forms to deal out; none for all. */
  forms: z.array(z.string().regex(/^[A-Z]$/)).default([]),
  spares: z.coerce.number().int().min(0).max(100),
  order: z.enum(['seat', 'name']),
  paper: printChoicesSchema.shape.paper.or(z.literal('')),
  style: printChoicesSchema.shape.style.or(z.literal('')),
});

/** Named copies for a class. The roster and the copies are in memory only. */
export function addClassSetRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  const sets = createClassSets(workspace);
  app.get('/packs/:pack/class-set', (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const open = pack?.open().open;
    const id = c.req.query('exam');
    const exam =
      open && [...open.pack.entries.papers, ...open.pack.entries.worksheets].find((one) => one.id === id);
    const forms = open?.assessment.papers.find(({ paper }) => paper.id === id)?.paper.forms;
    const sheets = open?.assessment.worksheets.find((one) => one.id === id)?.forms;
    if (!pack || !open || !exam)
      return studio.show(c, messageScreen(STUDIO_WORDS.notFound, STUDIO_WORDS.notFoundHelp), 404);
    return studio.show(
      c,
      classSetScreen({
        pack: { id: pack.id, title: open.pack.about.name },
        exam: {
          id: exam.id,
          title: exam.name,
          forms: forms ?? sheets?.map(({ letter }) => letter) ?? [],
        },
        styles: [...open.styles].map(([name, { name: title }]) => ({ name, title })),
      }),
    );
  });
  app.post('/packs/:pack/class-sets', bodyLimit({ maxSize: LARGEST_ROSTER }), async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const asked = requestSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!pack || !asked.success) return c.json({ problem: STUDIO_WORDS.notFoundHelp }, 400);
    const { exam, text = '', file, forms, spares, order, paper, style } = asked.data;
    const bytes = file ? Buffer.from(file.data, 'base64') : Buffer.from(rosterOf(text));
    const roster = { path: file?.name ?? 'roster.csv', bytes: new Uint8Array(bytes) };
    const choices = { ...(paper && { paper }), ...(style && { style }) };
    const made = await queue.run('asked', () =>
      sets.make(pack, { exam, roster, forms, spares, order }, choices),
    );
    if (!made) return c.json({ problem: STUDIO_WORDS.busy }, 503);
    const words = pack.open().open?.words;
    const sums = made.set && words ? sumsInWords(made.set.sums, words) : '';
    const outcome = await setOutcome(
      made.set,
      sums,
      problemsOf(ofOneFile(made.findings), pack.read()?.source),
    );
    return c.json({ outcome: String(outcome) });
  });
  app.get('/class-sets/:id/:index', (c) => {
    const file = sets.find(c.req.param('id'))?.files[Number(c.req.param('index'))];
    if (!file) return studio.show(c, messageScreen(STUDIO_WORDS.notFound, STUDIO_WORDS.forgotten), 404);
    return c.body(new Uint8Array(file.bytes), 200, pdfHeaders(file.name));
  });
  app.post('/class-sets/forget', (c) => {
    sets.forget();
    return c.json({ outcome: STUDIO_WORDS.forgotten });
  });
}
