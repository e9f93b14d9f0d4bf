import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { openStudioDisk } from '../../src/cli/files/studio/open-studio-disk.ts';
import { importFile } from '../../src/cli/importing/import-file.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { openRenderer } from '../../src/pdf/proof/open-renderer.ts';
import { createLastShown } from '../../src/studio/live/last-shown.ts';
import { liveState } from '../../src/studio/live/live-state.ts';
import { openWorkspace } from '../../src/studio/live/open-workspace.ts';
import { createPagePictures } from '../../src/studio/live/page-pictures.ts';
import { fonts } from '../support.ts';
import { SMALL_PACK } from './open-test-studio.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [name, text] of Object.entries(SMALL_PACK)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const RAYS = 'themes/rays.md';
const FILE = 'light/handout/rays';
const WIDTH = 90;

/** A Studio without its server, and what it keeps. */
function openTools() {
  const templates = readTemplateSet(createReport());
  const disk = { ...openStudioDisk(folder, undefined, { importFile }, createReport()), fonts, templates };
  const workspace = openWorkspace(disk);
  const pictures = createPagePictures(() => openRenderer(WIDTH));
  return { workspace, pictures, shown: createLastShown() };
}

describe('what Studio keeps', () => {
  it('is as much after sixteen changes of a text as after eight', async () => {
    const tools = openTools();
    const pack = tools.workspace.pack('light')!;
    let { revision } = pack.drafts.open(RAYS)!;
    const text = SMALL_PACK[`content/light/${RAYS}`]!;
    const typeOn = async (from: number, to: number) => {
      for (let n = from; n < to; n++) {
        revision = pack.drafts.type(RAYS, `${text}\nMore ${n}.\n`, revision)!;
        const { pages } = await liveState(tools, pack, FILE, {});
        for (const { key } of pages) expect(await tools.pictures.png(key, WIDTH)).toBeDefined();
      }
      // A hash each is left of texts, since a book has thousands of them.
      const { passages: _, ...stages } = tools.workspace.memory.held();
      return { stages, files: tools.pictures.held().files, pictures: tools.pictures.held().pictures };
    };
    const early = await typeOn(0, 8);
    expect(Object.keys(early.stages)).toEqual(expect.arrayContaining(['blocks', 'pages', 'painted']));
    expect(await typeOn(8, 16)).toEqual(early);
    expect(early).toMatchObject({ files: 3, pictures: 3, stages: { pages: { results: 4 } } });
  });

  it('has the last versions of a file, so that a change taken back is not printed again', async () => {
    const tools = openTools();
    const pack = tools.workspace.pack('light')!;
    const opened = pack.drafts.open(RAYS)!;
    const before = await liveState(tools, pack, FILE, {});
    const revision = pack.drafts.type(RAYS, `${opened.text}\nMore.\n`, opened.revision)!;
    await liveState(tools, pack, FILE, {});
    pack.drafts.type(RAYS, opened.text, revision);
    const after = await liveState(tools, pack, FILE, {});
    expect(after.printed!.bytes).toBe(before.printed!.bytes);
  });

  it('is no picture of a page that is in no file any more', async () => {
    const tools = openTools();
    const pack = tools.workspace.pack('light')!;
    let { text, revision } = pack.drafts.open(RAYS)!;
    const first = await liveState(tools, pack, FILE, {});
    const { key } = first.pages[0]!;
    expect(await tools.pictures.png(key, WIDTH)).toBeDefined();
    for (const n of [1, 2, 3]) {
      text += `\nMore ${n}.\n`;
      revision = pack.drafts.type(RAYS, text, revision)!;
      await liveState(tools, pack, FILE, {});
    }
    expect(await tools.pictures.png(key, WIDTH)).toBeUndefined();
    expect(tools.pictures.held()).toMatchObject({ pictures: 0, bytes: 0 });
  });
});
