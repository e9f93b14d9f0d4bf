import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { TABLES } from '../../build/tables/tables.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import type { FormData } from '../forms/entry-form.ts';
import { type WrittenForm, writeForm } from '../forms/write-form.ts';
import { choicesOf, kindOfFile } from '../live/form-of-text.ts';
import { liveState } from '../live/live-state.ts';
import { type NewEntry, newEntry, OF_QUESTIONS, questionsIn } from '../live/new-entry.ts';
import type { LivePack } from '../live/open-workspace.ts';
import { readPrintChoices } from '../live/print-choices.ts';
import { problemList } from '../screens/problem-list.ts';
import { marksIn, pagesStatus, saveStatus } from '../screens/product-screen.ts';
import { fileAddress } from '../screens/studio-addresses.ts';
import type { LiveAnswer } from '../wire/live-answer.ts';
import { STUDIO_WORDS } from '../wording/studio-words.ts';
import type { Studio, StudioEnv } from './studio-env.ts';

/** More than anybody types into one text: the program reads no larger ones. */
const LARGEST_BODY = 9 * 1024 * 1024;

const typedSchema = z.object({
  name: z.string(),
  revision: z.number(),
  /** Tells pages apart that are open on one text. */
  page: z.string().max(60).optional(),
  /** What was typed: the text; or the form of an entry. */
  text: z.string().optional(),
  form: z.record(z.string(), z.array(z.string())).optional(),
  entry: z.number().int().min(0).optional(),
});

const addedSchema = z.object({
  kind: z.string(),
  title: z.string().trim().min(1).max(200),
  file: z.string().optional(),
});

/** What is sent while somebody types, and new entries. Nothing of it is written to the disk. */
export function addWritingRoutes(app: Hono<StudioEnv>, studio: Studio): void {
  const { workspace, queue } = studio;
  app.post('/packs/:pack/live', bodyLimit({ maxSize: LARGEST_BODY }), async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    if (!pack?.read()) return c.json({ problem: STUDIO_WORDS.goneHelp }, 410);
    const typed = typedSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!typed.success) return c.json({ problem: STUDIO_WORDS.notFoundHelp }, 400);
    const { name, form, entry = 0 } = typed.data;
    const written = form ? writtenByForm(pack, name, entry, form) : { text: typed.data.text ?? '' };
    if ('problem' in written) return c.json(written, 422);
    const { text } = written;
    const revision = pack.drafts.type(name, text, typed.data.revision, typed.data.page);
    if (revision === undefined) {
      const theirs = pack.drafts.open(name)?.text;
      return c.json({ conflicts: [{ name, mine: text, theirs }] }, 409);
    }
    const { file, ...query } = c.req.query();
    const live = await queue.run('typed', () => liveState(studio, pack, file, readPrintChoices(query)));
    if (!live) return c.json({ problem: STUDIO_WORDS.busy }, 503);
    const { pages, isStale, problems, unsaved } = live;
    return c.json({
      pages,
      isStale,
      status: pagesStatus({ ...live, isAlone: file === undefined }),
      problems: String(await problemList(pack.id, problems, file)),
      marks: marksIn(problems, name),
      unsaved: unsaved.length,
      saveStatus: saveStatus(unsaved),
      revision,
    } satisfies LiveAnswer);
  });
  app.post('/packs/:pack/add', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const pack = workspace.pack(c.req.param('pack'));
    const source = pack?.read()?.source;
    if (!pack || !source) return c.json({ problem: STUDIO_WORDS.goneHelp }, 410);
    const asked = addedSchema.safeParse(await c.req.json().catch(() => undefined));
    const kind = asked.success && TABLES.entryKinds.find(({ name }) => name === asked.data.kind);
    if (!asked.success || !kind) return c.json({ problem: STUDIO_WORDS.nameNeeded }, 400);
    const { title, file } = asked.data;
    if (OF_QUESTIONS.includes(kind.name) && questionsIn(kind.name, openOf(pack)).length === 0) {
      const questions = TABLES.entryKinds.find(({ name }) => name === 'items')!;
      addEntry(pack, questions, STUDIO_WORDS.newQuestion);
    }
    const { name, text, isFirst } = addEntry(pack, kind, title);
    // The last entry is the one of the last line.
    const line = isFirst ? 1 : text.split('\n').length;
    return c.json({ go: fileAddress(pack.id, 'edit', { ...(file && { file }), text: name, line }) });
  });
}

const openOf = (pack: LivePack) => pack.open().open ?? pack.lastOpen();

/** Begins an entry as if it were typed. */
function addEntry(pack: LivePack, kind: EntryKind, title: string): NewEntry {
  const textOf = (name: string) => pack.drafts.open(name)?.text;
  const content = pack.read()?.source.content ?? [];
  const made = newEntry(kind, title, { content }, openOf(pack), textOf);
  const opened = pack.drafts.open(made.name);
  if (opened) pack.drafts.type(made.name, made.text, opened.revision);
  else pack.drafts.begin(made.name, made.text);
  return made;
}

/** Gives the text of a file after a form for an entry of it was filled in, or says why it cannot be written. */
function writtenByForm(pack: LivePack, name: string, entry: number, form: FormData): WrittenForm {
  const kind = kindOfFile(name);
  const text = pack.drafts.open(name)?.text;
  if (!kind || text === undefined) return { problem: STUDIO_WORDS.notFoundHelp };
  return writeForm(kind, text, entry, form, choicesOf(openOf(pack)));
}
