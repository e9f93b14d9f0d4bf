import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { createReport } from '../../diagnostics/report.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

const choiceSchema = z.object({ keep: z.enum(['mine', 'theirs']).optional(), name: z.string().optional() });

/** Saving: all texts of a pack that were typed into, or none. */
export function addSaveRoutes(app: Hono<StudioEnv>, { workspace }: Studio): void {
  app.post('/packs/:pack/save', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack?.read()) return c.json({ problem: STUDIO_WORDS.goneHelp }, 410);
    const asked = choiceSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ problem: STUDIO_WORDS.notFoundHelp }, 400);
    const { drafts } = pack;
    const { keep, name } = asked.data;
    if (name !== undefined && keep === 'theirs') drafts.forget(name);
    if (name !== undefined && keep === 'mine') drafts.keepMine(name);
    const { files, conflicts } = drafts.toSave();
    if (conflicts.length > 0) return c.json({ conflicts }, 409);
    const report = createReport();
    if (!workspace.disk.writeFiles(pack.id, files, report)) {
      const problem = report.diagnostics.map(({ message, hint }) => [message, hint].join(' ')).join(' ');
      return c.json({ problem: `${STUDIO_WORDS.notWritten} ${problem}` }, 500);
    }
    drafts.saved();
    return c.json({});
  });
  app.post('/packs/:pack/undo', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const asked = choiceSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!pack?.read() || !asked.success || asked.data.name === undefined)
      return c.json({ problem: STUDIO_WORDS.notFoundHelp }, 400);
    pack.drafts.undo(asked.data.name);
    return c.json({});
  });
}
