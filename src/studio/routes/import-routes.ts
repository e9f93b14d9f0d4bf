import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { slug } from '../../content/entries/entry.ts';
import { createReport } from '../../diagnostics/report.ts';
import { problemsOf } from '../live/problems-of.ts';
import { importOutcome, importScreen } from '../screens/import-screen.ts';
import { packAddress } from '../screens/studio-addresses.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

/** The largest file that is imported, as base64, in bytes: a document with many pictures. */
const LARGEST_FILE = 60 * 1024 * 1024;

const requestSchema = z.object({
  file: z.object({ name: z.string().min(1).max(200), data: z.base64() }),
  pack: z.string().max(200),
  title: z.string().trim().max(120),
  write: z.boolean(),
});

/** Bringing in what was written elsewhere. */
export function addImportRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  const { disk } = workspace;
  app.get('/import', (c) => {
    const packs = disk.packs().map((id) => {
      const pack = workspace.pack(id);
      const open = pack?.open().open ?? pack?.lastOpen();
      return { id, title: open?.pack.about.name ?? id };
    });
    return studio.show(c, importScreen(packs, c.req.query('pack')));
  });
  app.post('/import', bodyLimit({ maxSize: LARGEST_FILE }), async (c) => {
    const asked = requestSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ problem: STUDIO_WORDS.nothingToBring }, 400);
    const { file, pack, title, write } = asked.data;
    if (pack !== '' && !disk.packs().includes(pack)) return c.json({ problem: STUDIO_WORDS.goneHelp }, 410);
    const bytes = new Uint8Array(Buffer.from(file.data, 'base64'));
    const name = nameOf(file.name, bytes);
    const stem = name.replace(/\.[^.]*$/, '');
    const id = pack || slug(title) || slug(stem) || 'pack';
    if (pack === '' && disk.packs().includes(id)) return c.json({ problem: STUDIO_WORDS.packExists }, 409);
    const report = createReport();
    const work = async () => [
      await disk.importFile(id, { name, bytes, ...(title && { title }) }, write, report),
    ];
    const made = await queue.run('asked', work);
    if (!made) return c.json({ problem: STUDIO_WORDS.busy }, 503);
    const [outcome] = made;
    if (outcome?.isWritten) return c.json({ go: packAddress(id) });
    return c.json({
      outcome: String(await importOutcome(outcome, problemsOf(report.diagnostics, undefined))),
    });
  });
}

/** The name of a file without folders. What was pasted has no name of its own, so two pastes are two sources. */
function nameOf(written: string, bytes: Uint8Array): string {
  const name = written.split(/[\\/]/).at(-1) || 'file';
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 6);
  return /^pasted\.(txt|html)$/.test(name) ? name.replace('.', `-${digest}.`) : name;
}
