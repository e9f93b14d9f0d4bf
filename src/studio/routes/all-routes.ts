import type { Hono } from 'hono';
import { makeAllPdfs } from '../live/make-all-pdfs.ts';
import { problemsOf } from '../live/problems-of.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { problemList } from '../screens/problem-list.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

/** Everything that a pack prints, in one file. */
export function addAllRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  app.get('/packs/:pack/all', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const source = pack?.read()?.source;
    if (!pack || !source) return studio.show(c, messageScreen(STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp), 410);
    const made = await queue.run('asked', () => makeAllPdfs(workspace, pack), c.req.raw.signal);
    if (!made) return c.json({ problem: STUDIO_WORDS.busy }, 503);
    if (made.zip)
      return c.body(new Uint8Array(made.zip), 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${pack.id}.zip`)}`,
      });
    const problems = problemsOf(made.findings, source).filter(({ isError }) => isError);
    return c.json(
      { problem: STUDIO_WORDS.allNotMade, problems: String(await problemList(pack.id, problems)) },
      409,
    );
  });
}
