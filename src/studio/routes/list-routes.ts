import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { TABLES } from '../../build/tables/tables.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { createReport } from '../../diagnostics/report.ts';
import { catalogueOf } from '../live/catalogue-of.ts';
import { newPack } from '../live/new-pack.ts';
import type { LivePack } from '../live/open-workspace.ts';
import { ofPack, problemsOf } from '../live/problems-of.ts';
import { textsOf } from '../live/texts-of.ts';
import { messageScreen } from '../screens/message-screen.ts';
import { packScreen } from '../screens/pack-screen.ts';
import { type ListedPack, packsScreen } from '../screens/packs-screen.ts';
import { fileAddress, packAddress } from '../screens/studio-addresses.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

const name = () => z.string().trim().min(1).max(120);
const ownSchema = z.object({ title: name(), topic: name() });

/** The list of packs, and the page of each. */
export function addListRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace } = studio;
  const { disk } = workspace;
  app.get('/', (c) => {
    const packs = disk.packs().flatMap((id) => workspace.pack(id) ?? []);
    return studio.show(c, packsScreen(disk.folder, packs.map(listed), disk.starters));
  });
  app.get('/packs/:pack', (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const read = pack?.read();
    if (!pack || !read) return studio.show(c, messageScreen(STUDIO_WORDS.gone, STUDIO_WORDS.goneHelp), 410);
    const { open, findings } = pack.open();
    const shown = open ?? pack.lastOpen();
    const page = packScreen({
      id: pack.id,
      title: shown?.pack.about.name ?? pack.id,
      catalogue: shown && catalogueOf(shown, disk.fonts),
      texts: textsOf(read.source, shown),
      unsaved: pack.drafts.unsaved(),
      problems: problemsOf(ofPack(findings), read.source),
      kinds: kindsToAdd(read.source.content.map(({ name }) => name)),
    });
    return studio.show(c, page);
  });
  app.post('/packs', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const asked = ownSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ problem: STUDIO_WORDS.titleNeeded }, 400);
    const { title, topic } = asked.data;
    const { id, files, job, text } = newPack(title, topic, 'en-GB', new Date().toISOString().slice(0, 10));
    const report = createReport();
    return disk.createPack(id, files, report)
      ? c.json({ go: fileAddress(id, 'edit', { file: job, text }) })
      : c.json({ problem: STUDIO_WORDS.packExists }, 409);
  });
  app.post('/starters/:subject', (c) => {
    const subject = c.req.param('subject');
    if (!disk.starters.includes(subject)) return c.json({ problem: STUDIO_WORDS.notFound }, 404);
    const report = createReport();
    const id = disk.copyStarter(subject, report);
    return id === undefined
      ? c.json({ problem: report.diagnostics.map(({ message }) => message).join(' ') }, 409)
      : c.json({ go: packAddress(id) });
  });
}

/** The kinds of entry that a pack may get more of, by what they are for. One that a pack has once is left out if it has it. */
function kindsToAdd(files: readonly string[]) {
  const groups = Object.entries(STUDIO_WORDS.kindGroups);
  const last = groups.at(-1)![0];
  const rank = (name: string) => {
    const known = groups.flatMap(([, names]) => names).indexOf(name);
    return known < 0 ? Number.POSITIVE_INFINITY : known;
  };
  return TABLES.entryKinds
    .filter(({ name, holds }) => holds === 'many' || !files.includes(`${name}.md`))
    .map(({ name, singular }) => ({
      name,
      title: ownValue(STUDIO_WORDS.kinds, name) ?? singular.charAt(0).toUpperCase() + singular.slice(1),
      group: groups.find(([, names]) => names.includes(name))?.[0] ?? last,
    }))
    .sort((a, b) => rank(a.name) - rank(b.name));
}

function listed(pack: LivePack): ListedPack {
  const { open, findings } = pack.open();
  const shown = open ?? pack.lastOpen();
  const problems = problemsOf(ofPack(findings), undefined);
  const errors = problems.filter(({ isError }) => isError).length;
  return {
    id: pack.id,
    title: shown?.pack.about.name ?? pack.id,
    author: shown?.pack.about.fields.author,
    errors,
    warnings: problems.length - errors,
  };
}
