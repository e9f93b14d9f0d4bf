import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build/build.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { rosterOf } from '../../src/studio/live/roster-of.ts';
import type { LiveAnswer } from '../../src/studio/wire/live-answer.ts';
import { fonts } from '../support.ts';
import { openTestStudio, SMALL_PACK, type TestStudio } from './open-test-studio.ts';

let test: TestStudio;
beforeEach(async () => {
  test = await openTestStudio();
});
afterEach(() => test.close());

const RAYS = 'themes/rays.md';
const FILE = 'file=light/handout/rays';
const written = SMALL_PACK['content/light/themes/rays.md']!;
const onDisk = (name = RAYS) => readFileSync(join(test.folder, 'content/light', name), 'utf8');

/** What a page of Studio brings for its script. */
async function dataOf(path: string) {
  const { text } = await test.get(path);
  const json = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(text)![1]!;
  return JSON.parse(json) as { text: { name: string; text: string; revision: number } };
}

/** Types a text, as the page of the handout does. */
async function type(text: string, revision: number, name = RAYS) {
  const { status, data } = await test.post(`/packs/light/live?${FILE}`, { name, text, revision });
  return { ...(data as unknown as LiveAnswer), code: status };
}

const open = async () => (await dataOf(`/packs/light/edit?${FILE}`)).text;

/** Every file below the folder. */
const files = () =>
  readdirSync(test.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

/** Does something, and notes the files that are written meanwhile, wherever they are. */
async function writtenDuring(act: () => Promise<void>): Promise<string[]> {
  const sync = (['writeFileSync', 'appendFileSync', 'createWriteStream'] as const).map((name) =>
    vi.spyOn(fs, name),
  );
  const later = (['writeFile', 'appendFile'] as const).map((name) => vi.spyOn(fs.promises, name));
  const opened = vi.spyOn(fs, 'openSync');
  const spies = [...sync, ...later, opened];
  syncBuiltinESMExports();
  try {
    await act();
    const calls = [...sync, ...later].flatMap(({ mock }) => mock.calls.map(([path]) => String(path)));
    const others = opened.mock.calls.filter(([, flags = 'r']) => flags !== 'r');
    return [...calls, ...others.map(([path]) => String(path))];
  } finally {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  }
}

describe('while somebody types', () => {
  it('the page changes, and nothing is written', async () => {
    const { name, text, revision } = await open();
    expect([name, text]).toEqual([RAYS, written]);
    const first = await type(`${written}\nMore.\n`, revision);
    const second = await type(`${written}\nMuch more.\n`, first.revision);
    expect([first.code, second.code]).toEqual([200, 200]);
    expect(second.pages[0]!.key).not.toBe(first.pages[0]!.key);
    expect(second).toMatchObject({ isStale: false, unsaved: 1, marks: [] });
    expect(onDisk()).toBe(written);
    const png = await test.get(`/pictures/${second.pages[0]!.key}/900`);
    expect([png.status, png.bytes.subarray(1, 4).toString()]).toEqual([200, 'PNG']);
  });

  it('a page that does not change keeps its picture', async () => {
    const { revision } = await open();
    const first = await type(`${written}\n`, revision);
    const second = await type(`${written}\n\n`, first.revision);
    expect(second.pages).toEqual(first.pages);
  });

  it('a mistake keeps the pages from before, and says where it is; mending it brings them back', async () => {
    const { revision } = await open();
    const good = await type(`${written}\nMore.\n`, revision);
    const bad = await type(written.replace('[ray]', '[rya]'), good.revision);
    expect(bad).toMatchObject({
      isStale: true,
      pages: good.pages,
      status: expect.stringContaining('from before'),
    });
    expect(bad.marks).toEqual([
      { isError: true, message: expect.stringContaining('rya'), line: 4, column: expect.any(Number) },
    ]);
    expect(bad.problems).toContain('data-line="4"');
    expect((await test.get(`/packs/light/pdf?${FILE}`)).status).toBe(404);
    const mended = await type(written, bad.revision);
    expect(mended).toMatchObject({ isStale: false, unsaved: 0, marks: [] });
  });

  it('a text that was broken from the beginning can be opened and mended', async () => {
    writeFileSync(join(test.folder, 'content/light', RAYS), '---\nname: [\n---\n');
    const { status, text } = await test.get('/packs/light');
    expect([status, text.includes('themes/rays.md')]).toEqual([200, true]);
    const page = await dataOf(`/packs/light/edit?text=${encodeURIComponent(RAYS)}`);
    expect(page.text.text).toBe('---\nname: [\n---\n');
  });

  it('an old page cannot overwrite what another has typed', async () => {
    const { revision } = await open();
    await type(`${written}\nMine.\n`, revision);
    const late = await test.post(`/packs/light/live?${FILE}`, { name: RAYS, text: 'Old.\n', revision });
    expect(late.status).toBe(409);
    expect(late.data['conflicts']).toEqual([{ name: RAYS, mine: 'Old.\n', theirs: `${written}\nMine.\n` }]);
  });

  it('going back and forth loses nothing', async () => {
    const { revision } = await open();
    await type(`${written}\nMine.\n`, revision);
    await test.get('/packs/light');
    expect((await open()).text).toBe(`${written}\nMine.\n`);
  });
});

describe('saving', () => {
  it('writes what was typed, and all else stays', async () => {
    const { revision } = await open();
    await type(`${written}\nMore.\n`, revision);
    expect((await test.post('/packs/light/save', {})).status).toBe(200);
    expect(onDisk()).toBe(`${written}\nMore.\n`);
    expect(onDisk('pack.md')).toBe(SMALL_PACK['content/light/pack.md']);
    expect(readdirSync(join(test.folder, 'content/light/themes'))).toEqual(['rays.md']);
  });

  it('shows both texts if another program has written the file, and writes neither before one is chosen', async () => {
    const { revision } = await open();
    await type('Mine.\n', revision);
    writeFileSync(join(test.folder, 'content/light', RAYS), 'Theirs.\n');
    const { status, data } = await test.post('/packs/light/save', {});
    expect([status, data['conflicts']]).toEqual([
      409,
      [{ name: RAYS, mine: 'Mine.\n', theirs: 'Theirs.\n' }],
    ]);
    expect(onDisk()).toBe('Theirs.\n');
    expect((await test.post('/packs/light/save', { keep: 'mine', name: RAYS })).status).toBe(200);
    expect(onDisk()).toBe('Mine.\n');
  });

  it('leaves the text of another program if that one is chosen', async () => {
    const { revision } = await open();
    await type('Mine.\n', revision);
    writeFileSync(join(test.folder, 'content/light', RAYS), `${written}Theirs.\n`);
    expect((await test.post('/packs/light/save', { keep: 'theirs', name: RAYS })).status).toBe(200);
    expect(onDisk()).toBe(`${written}Theirs.\n`);
    expect((await open()).text).toBe(`${written}Theirs.\n`);
  });

  it('says that a pack is gone, and makes no new folder for it', async () => {
    const { revision } = await open();
    await type('Mine.\n', revision);
    rmSync(join(test.folder, 'content/light'), { recursive: true });
    expect((await test.post('/packs/light/save', {})).status).toBe(410);
    expect((await type('Mine too.\n', revision)).code).toBe(410);
    expect((await test.get('/packs/light')).status).toBe(410);
    expect((await test.get('/')).status).toBe(200);
    expect(existsSync(join(test.folder, 'content/light'))).toBe(false);
  });

  it('can be undone', async () => {
    const { revision } = await open();
    await type(`${written}\nMore.\n`, revision);
    await test.post('/packs/light/save', {});
    expect((await test.post('/packs/light/undo', { name: RAYS })).status).toBe(200);
    expect((await open()).text).toBe(written);
    await test.post('/packs/light/save', {});
    expect(onDisk()).toBe(written);
  });
});

describe('a file', () => {
  it('is downloaded as `build` writes it, whatever was chosen', async () => {
    const packs = readPackSources([join(test.folder, 'content/light')], 'content', createReport());
    const templates = readTemplateSet(createReport());
    for (const choices of [
      {},
      { style: 'large-print-18', paper: 'letter' },
      { impose: 'booklet' },
      { impose: '2-up' },
    ]) {
      const options = { ...choices, products: ['handout'], fonts, keep: false };
      const [built] = await build(packs, templates, options, createReport());
      const query = new URLSearchParams({ file: 'light/handout/rays', ...choices });
      const { status, bytes } = await test.get(`/packs/light/pdf?${query}`);
      expect(status).toBe(200);
      expect(bytes.equals(built!.bytes)).toBe(true);
    }
  });

  it('comes with all others of its pack in one zip, each as `build` writes it', async () => {
    const packs = readPackSources([join(test.folder, 'content/light')], 'content', createReport());
    const options = { products: [], fonts, keep: false };
    const built = await build(packs, readTemplateSet(createReport()), options, createReport());
    const { status, headers, bytes } = await test.get('/packs/light/all');
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining('light.zip')]);
    const pdfs = built.filter(({ pages }) => pages !== undefined);
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(pdfs.map(({ path }) => path).sort());
    expect(pdfs.length).toBeGreaterThan(2);
    for (const { path, bytes: pdf } of pdfs) expect(Buffer.compare(files[path]!, pdf), path).toBe(0);
  });

  it('is in no zip while something has to be fixed, and the problems are listed', async () => {
    const { revision } = await open();
    await type(written.replace('[ray]', '[rya]'), revision);
    const { status, text } = await test.get('/packs/light/all');
    const { problem, problems } = JSON.parse(text);
    expect([status, problem]).toEqual([409, expect.stringContaining('Fix these problems')]);
    expect(problems).toContain('rya');
    expect((await test.get('/packs/no/all')).status).toBe(410);
  });

  it('has a picture of its first page, which is asked for again after a change', async () => {
    const first = await test.get('/packs/light/first?file=light/handout/rays');
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    await type(`${written}\nMore.\n`, (await open()).revision);
    const second = await test.get('/packs/light/first?file=light/handout/rays');
    expect(second.bytes.equals(first.bytes)).toBe(false);
    // Blank while something has to be fixed, and none of a file that there is not.
    await type(written.replace('[ray]', '[rya]'), (await open()).revision);
    const blank = await test.get('/packs/light/first?file=light/handout/rays');
    expect([blank.status, blank.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect((await test.get('/packs/light/first?file=light/handout/no')).status).toBe(404);
  });

  it('of which there is none gives no page', async () => {
    expect((await test.get('/packs/light/edit?file=light/handout/no')).status).toBe(404);
    expect((await test.get('/packs/light/pdf?file=light/handout/no')).status).toBe(404);
    expect((await test.get('/packs/no/edit')).status).toBe(410);
  });
});

describe('another format', () => {
  it('says what does not fit into it, and is downloaded from memory', async () => {
    await test.post('/starters/poetry', {});
    const { text } = await test.get('/packs/the-tyger/formats?format=gift&what=questions');
    const path = /href="(\/exports\/[^"]+)"/.exec(text)![1]!;
    const { status, headers, bytes } = await test.get(path);
    expect([status, headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('the-tyger.gift.txt'),
    ]);
    expect(bytes.toString('utf8')).toContain('tools');
  });

  it('says what does not fit, and never in what template that is', async () => {
    const query = 'format=word&what=product&file=light/handout/rays';
    const { text } = await test.get(`/packs/light/formats?${query}`);
    expect(text).toMatch(/What does not fit into this format.*The fonts/s);
    expect(text).not.toContain('.hbs');
  });

  it('says that a pack has nothing for it', async () => {
    const { status, text } = await test.get('/packs/light/formats?format=gift&what=questions');
    expect([status, text.includes('Nothing could be made.')]).toEqual([200, true]);
    expect((await test.get('/exports/no/0')).status).toBe(404);
  });
});

describe('the school', () => {
  it('is printed on the pages of every pack as soon as it is saved', async () => {
    expect((await test.get('/school')).status).toBe(200);
    expect((await test.post('/school', { school: 'Hill <Road>', paper: 'letter' })).status).toBe(200);
    expect((await test.get('/school')).text).toContain('value="Hill &lt;Road&gt;"');
    const { text } = await test.get(`/packs/light/edit?${FILE}`);
    expect(text).toContain('US Letter');
    expect((await test.post('/school', { lang: 'nonsense!' })).status).toBe(422);
    expect(readFileSync(join(test.folder, 'studypack.yaml'), 'utf8')).toBe(
      'school: Hill <Road>\npaper: letter\n',
    );
  });
});

describe('what was written elsewhere', () => {
  const page =
    '<h1>Rivers</h1><h2>The source</h2><p>A river begins at its source.</p><h2>The mouth</h2><p>It ends at its mouth.</p>';
  const bring = (more: object) => {
    const file = { name: '../../rivers.html', data: Buffer.from(page).toString('base64') };
    return test.post('/import', { file, pack: '', title: 'My rivers', write: false, ...more });
  };

  it('is shown before it is written, and then makes a pack', async () => {
    const { status, data } = await bring({});
    expect([status, String(data['outcome'])]).toEqual([200, expect.stringContaining('The source')]);
    expect(readdirSync(join(test.folder, 'content'))).toEqual(['light']);
    expect((await bring({ write: true })).data['go']).toBe('/packs/my-rivers');
    expect(readdirSync(join(test.folder, 'content')).sort()).toEqual(['light', 'my-rivers']);
    expect((await test.get('/packs/my-rivers')).text).toContain('<h1>My rivers</h1>');
    expect((await bring({})).status).toBe(409);
  });

  it('goes into a pack that is there, and into no other folder', async () => {
    expect((await bring({ pack: 'light', write: true })).data['go']).toBe('/packs/light');
    expect((await bring({ pack: '../x' })).status).toBe(410);
    expect(onDisk('pack.md')).toBe(SMALL_PACK['content/light/pack.md']);
  });

  it('that cannot be read is refused in words', async () => {
    const file = { name: 'x.bin', data: Buffer.from([0, 1, 2, 255]).toString('base64') };
    const { data } = await bring({ file });
    expect(String(data['outcome'])).toContain('class="error"');
    expect((await bring({ file: { name: '', data: '' } })).status).toBe(400);
  });
});

describe('a form', () => {
  it('changes its entry, and leaves the rest of the file as it is', async () => {
    const { revision } = await open();
    const form = { 'field.claim': ['Light is straight.'] };
    const { status } = await test.post(`/packs/light/live?${FILE}`, { name: RAYS, revision, form, entry: 0 });
    expect(status).toBe(200);
    expect((await open()).text).toBe(
      written.replace('Light travels in straight lines.', 'Light is straight.'),
    );
  });

  it('that cannot be written says why', async () => {
    const { revision } = await open();
    const form = { body: ['Text <!-- never closed'] };
    const { status, data } = await test.post(`/packs/light/live?${FILE}`, {
      name: RAYS,
      revision,
      form,
      entry: 0,
    });
    expect([status, typeof data['problem']]).toEqual([422, 'string']);
  });
});

describe('a new entry', () => {
  const add = async (kind: string, title: string) => {
    const { status, data } = await test.post('/packs/light/add', { kind, title });
    return { status, query: new URL(String(data['go'] ?? '/'), 'http://x').searchParams };
  };

  it('goes to the end of the file of its kind, or into a file of its own', async () => {
    const word = await add('vocabulary', 'lens');
    expect(word.query.get('text')).toBe('vocabulary.md');
    const theme = await add('themes', 'Rays');
    expect(theme.query.get('text')).toBe('themes/rays-2.md');
    expect(readdirSync(join(test.folder, 'content/light/themes'))).toEqual(['rays.md']);
    await test.post('/packs/light/save', {});
    expect(onDisk('vocabulary.md')).toBe('## ray\n\nA line of light.\n\n## lens\n\nWrite here.\n');
    expect(onDisk('themes/rays-2.md')).toContain('name: Rays\n');
    expect((await test.get('/packs/light')).text).not.toContain('class="error"');
  });

  it('of a question has an answer to write, and a worksheet has all questions, beside its pages', async () => {
    await add('items', 'What is light? (“A wave”)');
    const second = await add('items', 'Where does it go?');
    expect(second.query.get('text')).toBe('items.md');
    const alone = await test.get(`/packs/light/edit?${second.query}`);
    expect(alone.text).toMatch(/Nothing prints this text yet.*id="make-worksheet"/s);
    const sheet = await add('worksheets', 'Light: a start');
    const page = await test.get(`/packs/light/edit?${sheet.query}`);
    expect(page.text).toContain('data-file="light/worksheet/light-a-start"');
    expect(page.text).toContain('No problems found.');
    await test.post('/packs/light/save', {});
    expect(onDisk('items.md')).toBe(
      '## What is light? (“A wave”)\nmarks: 2\n\nWrite the answer here.\n\n## Where does it go?\nmarks: 2\n\nWrite the answer here.\n',
    );
    expect(onDisk('worksheets.md')).toBe(
      '## Light: a start\nitems: [what-is-light-a-wave, where-does-it-go]\n',
    );
  });

  it('of a paper brings a first question with it, if there is none', async () => {
    const paper = await add('papers', 'Test');
    const page = await test.get(`/packs/light/edit?${paper.query}`);
    expect(page.text).toContain('data-file="light/exam-paper/test');
    expect(page.text).toContain('No problems found.');
    await test.post('/packs/light/save', {});
    expect(onDisk('items.md')).toContain('## What do you want to ask?\n');
    expect(onDisk('papers.md')).toBe(
      '## Test\nduration: 45\nsections: [{title: Section A, items: [what-do-you-want-to-ask]}]\n',
    );
  });

  it('needs a name, and a kind that there is', async () => {
    expect([(await add('vocabulary', ' ')).status, (await add('../x', 'x')).status]).toEqual([400, 400]);
  });
});

describe('a page', () => {
  it('leads to the text that is printed at a point, and back', async () => {
    await open();
    const place = await test.get(`/packs/light/place?${FILE}&page=0&x=120&y=110`);
    expect(JSON.parse(place.text)).toMatchObject({ text: RAYS, line: expect.any(Number) });
    const parts = await test.get(`/packs/light/parts?${FILE}&text=${RAYS}&line=7`);
    expect(JSON.parse(parts.text)).toEqual([
      expect.objectContaining({ page: 0, height: expect.any(Number) }),
    ]);
  });

  it('has its text beside its picture', async () => {
    await open();
    const { status, text } = await test.get(`/packs/light/page-text?${FILE}&page=0`);
    expect([status, text.includes('Nothing bends it here.')]).toEqual([200, true]);
    expect((await test.get(`/packs/light/page-text?${FILE}&page=9`)).status).toBe(404);
  });
});

describe('a new pack', () => {
  it('has a handout on its first topic, and nothing wrong on it', async () => {
    const { data } = await test.post('/packs', { title: 'Rivers: a study', topic: '“Source” #1' });
    const page = await test.get(String(data['go']));
    expect([page.status, page.text.includes('No problems found.')]).toEqual([200, true]);
    expect(page.text).toContain('1 page on 1 sheet');
    expect((await test.get('/packs/rivers-a-study')).text).not.toContain('class="problems"');
    expect((await test.post('/packs', { title: 'Rivers: a study', topic: 'x' })).status).toBe(409);
    expect((await test.post('/packs', { title: ' ', topic: 'x' })).status).toBe(400);
  });

  it('is made of an example, as often as one likes', async () => {
    const made = [];
    for (const _ of [1, 2]) made.push((await test.post('/starters/poetry', {})).data['go']);
    expect(made).toEqual(['/packs/the-tyger', '/packs/the-tyger-2']);
    expect((await test.post('/starters/..', {})).status).toBe(404);
  });
});

describe('a class', () => {
  it('is a table with headings, or names line by line in as many columns as there are', () => {
    expect(rosterOf('Name;Class\r\nAnn;7B\r\n\r\n')).toBe('Name;Class\nAnn;7B\n');
    expect(rosterOf('Ann\nBrown, Ben "B"\n')).toBe('name\n"Ann"\n"Brown, Ben ""B"""\n');
    expect(rosterOf('Adams\tAnna\nBrown \tBen\n')).toBe('name\n"Adams Anna"\n"Brown Ben"\n');
  });
});

describe('names of pupils', () => {
  it('are on no disk, and forgotten on demand', async () => {
    await test.post('/starters/poetry', {});
    const request = {
      exam: 'test',
      text: 'Wilhelmina, B.\nBartholomew\n',
      spares: '0',
      order: 'seat',
      paper: '',
      style: '',
    };
    let path = '';
    const places = await writtenDuring(async () => {
      const { data } = await test.post('/packs/the-tyger/class-sets', request);
      path = /href="(\/class-sets\/[^"]+)"/.exec(String(data['outcome']))![1]!;
      const pdf = await test.get(path);
      expect([pdf.status, pdf.headers['content-type'], pdf.headers['cache-control']]).toEqual([
        200,
        'application/pdf',
        'no-store',
      ]);
    });
    expect(places).toEqual([]);
    expect(files().some((bytes) => /Wilhelmina|Bartholomew/.test(bytes) || bytes.startsWith('%PDF'))).toBe(
      false,
    );
    await test.post('/class-sets/forget', {});
    expect((await test.get(path)).status).toBe(404);
  });

  it('would be found wherever they were written', async () => {
    const place = join(test.folder, 'list.txt');
    const ways = [
      () => writeFileSync(place, 'Wilhelmina'),
      () => fs.promises.appendFile(place, 'Wilhelmina'),
      () => fs.closeSync(fs.openSync(place, 'a')),
    ];
    for (const way of ways) expect(await writtenDuring(async () => way())).toContain(place);
  });

  it('get the forms that were chosen', async () => {
    await test.post('/starters/poetry', {});
    const paper = join(test.folder, 'content/the-tyger/papers/test.md');
    writeFileSync(paper, readFileSync(paper, 'utf8').replace(/^---\n/, '---\nforms: [A, B]\n'));
    const screen = await test.get('/packs/the-tyger/class-set?exam=test');
    expect(screen.text.match(/name="forms" value="[A-Z]" checked/g)).toHaveLength(2);
    const request = { exam: 'test', text: 'Ann\nBob\n', spares: '0', order: 'seat', paper: '', style: '' };
    const of = async (forms: readonly string[]) =>
      String((await test.post('/packs/the-tyger/class-sets', { ...request, forms })).data['outcome']);
    expect(await of(['A', 'B'])).toMatch(/form A.*form B/i);
    expect(await of(['B'])).not.toMatch(/form A/i);
    expect(await of(['B'])).toMatch(/The copies, in order.*A list to hand them out.*A sheet for the marks/s);
    writeFileSync(paper, readFileSync(paper, 'utf8').replace('forms: [A, B]\n', ''));
    // Nobody here has a command line.
    expect(await of([])).toMatch(/only one form.*write A and B into its field Forms/s);
    expect(await of(['C'])).toContain('has no form C');
  });

  it('are asked for if there are none', async () => {
    await test.post('/starters/poetry', {});
    const request = { exam: 'test', text: '', spares: '0', order: 'seat', paper: '', style: '' };
    const { status, data } = await test.post('/packs/the-tyger/class-sets', request);
    expect([status, String(data['outcome'])]).toEqual([200, expect.stringContaining('class="problems"')]);
  });
});
