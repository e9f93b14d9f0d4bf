import type { Hono } from 'hono';
import { FORMATS_OUT } from '../../exchange/formats-out.ts';
import { fileTitle } from '../live/catalogue-of.ts';
import { createExports } from '../live/exports.ts';
import { readPrintChoices } from '../live/print-choices.ts';
import { jobNamed } from '../live/print-job.ts';
import { problemsOf } from '../live/problems-of.ts';
import { formatsScreen } from '../screens/formats-screen.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

/** Packs and their files in the formats of other programs. */
export function addFormatRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  const exports = createExports(workspace);
  app.get('/packs/:pack/formats', async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const source = pack?.read()?.source;
    if (!pack || !source) return studio.show(c, messageScreen(STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp), 410);
    const { file, format: asked, what, ...query } = c.req.query();
    const open = pack.open().open ?? pack.lastOpen();
    const job = open && file !== undefined ? jobNamed(open, file) : undefined;
    const format = FORMATS_OUT.find((one) => one.name === asked && one.exports === what);
    const work = async () => format && exports.make(pack, format, job?.name, readPrintChoices(query));
    const outcome = format && (await queue.run('asked', work));
    const page = formatsScreen({
      pack: { id: pack.id, title: open?.pack.about.name ?? pack.id },
      file: job && open && { name: job.name, title: fileTitle(job, open) },
      formats: FORMATS_OUT,
      ...(format &&
        outcome && {
          chosen: { format, made: outcome.made, problems: problemsOf(outcome.findings, source) },
        }),
    });
    return studio.show(c, page);
  });
  app.get('/exports/:id/:index', (c) => {
    const file = exports.find(c.req.param('id'))?.files[Number(c.req.param('index'))];
    if (!file) return studio.show(c, messageScreen(STUDIO_WORDS.notFound, STUDIO_WORDS.notFoundHelp), 404);
    const name = encodeURIComponent(file.path.split('/').at(-1) ?? 'export');
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
}
