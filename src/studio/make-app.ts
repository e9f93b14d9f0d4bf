import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { openRenderer } from '../pdf/proof/open-renderer.ts';
import { createLastShown } from './live/last-shown.ts';
import { openWorkspace } from './live/open-workspace.ts';
import { createPagePictures } from './live/page-pictures.ts';
import type { StudioDisk } from './live/studio-disk.ts';
import { createWorkQueue } from './live/work-queue.ts';
import { addAllRoutes } from './routes/all-routes.ts';
import { addClassSetRoutes } from './routes/class-set-routes.ts';
import { addFileRoutes } from './routes/file-routes.ts';
import { addFormatRoutes } from './routes/format-routes.ts';
import { addImportRoutes } from './routes/import-routes.ts';
import { addListRoutes } from './routes/list-routes.ts';
import { addSaveRoutes } from './routes/save-routes.ts';
import { addSchoolRoutes } from './routes/school-routes.ts';
import type { Studio, StudioEnv } from './routes/studio-env.ts';
import { addWritingRoutes } from './routes/writing-routes.ts';
import { messageScreen } from './screens/message-screen.ts';
import { PICTURE_WIDTH } from './screens/product-screen.ts';
import { type StudioPage, studioPage } from './screens/studio-page.ts';
import type { Keys } from './security/open-keys.ts';
import { responseHeaders } from './security/response-headers.ts';
import { STUDIO_WORDS } from './wording/studio-words.ts';

const FONTS = /\.(ttf)$/;

/** Makes the application that answers requests which were found to come from its own pages. */
export function makeApp(disk: StudioDisk, keys: Keys): Hono<StudioEnv> {
  const app = new Hono<StudioEnv>();
  const [script, style] = ['.js', '.css'].map((ending) => `/assets/${assetOf(disk, ending)}`) as [
    string,
    string,
  ];
  const studio: Studio = {
    workspace: openWorkspace(disk),
    pictures: createPagePictures(() => openRenderer(PICTURE_WIDTH)),
    shown: createLastShown(),
    queue: createWorkQueue(),
    preferred: { writing: 'form' },
    show: (c, page, status = 200) =>
      c.html(studioPage(page, { nonce: c.get('nonce'), script, style }), status),
  };
  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    c.set('nonce', nonce);
    await next();
    for (const [name, value] of Object.entries(responseHeaders(nonce)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  addEntrance(app, studio, keys);
  // Browsers ask for it beside pages that are not ours.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/assets/:name', (c) => sendAsset(c, disk));
  addListRoutes(app, studio);
  addFileRoutes(app, studio);
  addAllRoutes(app, studio);
  addFormatRoutes(app, studio);
  addImportRoutes(app, studio);
  addSchoolRoutes(app, studio);
  addWritingRoutes(app, studio);
  addSaveRoutes(app, studio);
  addClassSetRoutes(app, studio);
  app.notFound((c) => studio.show(c, messageScreen(STUDIO_WORDS.notFound, STUDIO_WORDS.notFoundHelp), 404));
  return app;
}

const assetOf = ({ assets }: StudioDisk, ending: string) =>
  [...assets.keys()].find((name) => name.endsWith(ending)) ?? '';

/** Lets in whoever has the address with the token, once; everybody else needs the cookie. */
function addEntrance(app: Hono<StudioEnv>, studio: Studio, keys: Keys): void {
  app.use(async (c, next) => {
    const token = c.req.query('token');
    const isKnown = keys.knows(c.req.header('cookie'));
    if (c.req.path === '/' && token !== undefined) {
      const session = keys.admit(token);
      if (session !== undefined || isKnown) {
        if (session !== undefined)
          c.header('Set-Cookie', `${keys.cookie}=${session}; Path=/; HttpOnly; SameSite=Strict`);
        return c.redirect('/', 303);
      }
    }
    // The message that somebody is not let in is shown with its style.
    const isPlain = c.req.path.startsWith('/assets/') && !c.req.path.endsWith('.js');
    if (isKnown || isPlain) return next();
    const page: StudioPage = messageScreen(STUDIO_WORDS.locked, STUDIO_WORDS.lockedHelp, false);
    return studio.show(c, page, 401);
  });
}

function sendAsset(c: Context<StudioEnv>, disk: StudioDisk): Response {
  const name = c.req.param('name') ?? '';
  const asset = disk.assets.get(name);
  if (!asset) return c.text('', 404);
  return c.body(new Uint8Array(asset.bytes), 200, {
    'Content-Type': asset.type,
    'Cache-Control': FONTS.test(name) ? 'private, max-age=86400' : 'private, max-age=31536000, immutable',
  });
}
