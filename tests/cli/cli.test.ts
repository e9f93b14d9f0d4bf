import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticProfile } from '../pdf/inks/synthetic-profile.ts';
import { readablePdf } from '../pdf/readable-pdf.ts';
import { PROGRAM, teacherFolder } from './studypack.ts';

const { folder, studypack, installed, files } = teacherFolder();

describe('studypack build', () => {
  it('writes the PDFs of every pack and names them', () => {
    const { status, stdout } = installed(['build']);
    expect(status).toBe(0);
    expect(files('output')).toEqual(
      expect.arrayContaining(['leaflet.pdf', 'reflection.pdf', 'straight-lines.pdf']),
    );
    expect(stdout).toContain(join('output', 'optics', 'leaflet.pdf'));
  });

  it('writes a print list for a whole pack, as a page and for other programs', async () => {
    const args = ['build', 'optics', '--pupils', '28', '--out', 'print-list'];
    expect((await studypack(args)).status).toBe(0);
    const printList = JSON.parse(readFileSync(join(folder, 'print-list/optics/print-list.json'), 'utf8'));
    expect(printList).toMatchObject({ pack: 'optics', pupils: 28 });
    expect(existsSync(join(folder, 'print-list/optics/print-list.pdf'))).toBe(true);
    expect(await studypack(['build', '--pupils', 'many'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('“many” is not a number of pupils'),
    });
    expect(await studypack(['build', '--start', '2026-02-30'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('“2026-02-30” is not a date: there is no 30 February'),
    });
  });

  it('gives the same bytes in another time zone and language', () => {
    installed(['build', '--product', 'leaflet', '--out', 'a'], {
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
    });
    installed(['build', '--product', 'leaflet', '--out', 'b'], { TZ: 'America/Lima', LANG: 'C' });
    const [a, b] = ['a', 'b'].map((out) => readFileSync(join(folder, out, 'optics/leaflet.pdf')));
    expect(a!.equals(b!)).toBe(true);
  });

  it('takes the date from SOURCE_DATE_EPOCH', async () => {
    await studypack(['build', '--out', 'dated'], { SOURCE_DATE_EPOCH: '86400' });
    expect(readFileSync(join(folder, 'dated/optics/leaflet.pdf'), 'latin1')).toContain(
      '1970-01-02T00:00:00Z',
    );
    for (const epoch of ['yesterday', '-1', '9999999999999', '99999999999999999']) {
      const { status, stderr } = await studypack(['build', '--out', 'undated'], { SOURCE_DATE_EPOCH: epoch });
      expect(status).toBe(1);
      expect(stderr).toContain(`SOURCE_DATE_EPOCH:1:1 error option-malformed\n  “${epoch}” is not a date`);
    }
    expect(existsSync(join(folder, 'undated'))).toBe(false);
  });

  it('takes the name of a paper in large letters', async () => {
    const args = ['build', '--product', 'leaflet', '--out', 'large-letters', '--paper'];
    for (const paper of ['A5', 'Letter', 'LETTER'])
      expect((await studypack([...args, paper])).status).toBe(0);
  });

  it('leaves the old PDF where it is and writes nothing when anything is wrong', async () => {
    const leaflet = join(folder, 'output/optics/leaflet.pdf');
    const before = readFileSync(leaflet);
    const page = join(folder, 'content/optics/themes/reflection.md');
    const good = readFileSync(page, 'utf8');
    writeFileSync(page, good.replace('claim:', 'clam:'));
    const { status, stdout, stderr } = await studypack(['build']);
    writeFileSync(page, good);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      `${join('content', 'optics', 'themes', 'reflection.md')}:3:1 error field-unknown`,
    );
    expect(stderr).toContain('Did you mean “claim”?');
    expect(readFileSync(leaflet).equals(before)).toBe(true);
    expect(files('output').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('prints the other packs when one is wrong, and says which', async () => {
    for (const [name, title] of [
      ['good', 'Good'],
      ['wrong', 'Wrong'],
      ['unreadable', 'Unreadable'],
    ] as const) {
      mkdirSync(join(folder, 'content', name));
      writeFileSync(
        join(folder, 'content', name, 'pack.md'),
        `---\ntitle: ${title}\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n`,
      );
      writeFileSync(
        join(folder, 'content', name, 'vocabulary.md'),
        name === 'wrong' ? '## One\n' : '## One\n\nA number.\n',
      );
    }
    writeFileSync(join(folder, 'content/unreadable/chapters.md'), Buffer.from([0x23, 0xff, 0xfe]));
    const { status, stdout, stderr } = await studypack(['build', '--out', 'some']);
    const told = JSON.parse((await studypack(['build', '--out', 'some', '--json'])).stdout);
    const checked = await studypack(['check']);
    const alone = await studypack(['build', 'wrong', '--out', 'alone']);
    for (const name of ['good', 'wrong', 'unreadable'])
      rmSync(join(folder, 'content', name), { recursive: true });
    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'some')).sort()).toEqual(['.studypack.json', 'good', 'optics']);
    expect(stdout).toContain(join('some', 'good', 'reading-guide.pdf'));
    expect(stderr).toMatch(/wrong\/vocabulary\.md:1:4 error field-missing/);
    expect(stderr).toMatch(/unreadable\/chapters\.md:1:1 error file-unreadable/);
    expect(stderr).toMatch(
      /\nPrinted: good, optics\. Not printed, because of the errors above: unreadable, wrong\.\n$/,
    );
    expect(told.packs).toEqual([
      { pack: 'good', printed: true, unchanged: true },
      { pack: 'optics', printed: true, unchanged: true },
      { pack: 'unreadable', printed: false },
      { pack: 'wrong', printed: false },
    ]);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain('vocabulary.md:1:4 error field-missing');
    expect(checked.stderr).toContain('chapters.md:1:1 error file-unreadable');
    expect(alone.status).toBe(1);
    expect(alone.stderr).not.toContain('Printed:');
    expect(existsSync(join(folder, 'alone'))).toBe(false);
  });

  it('says when the output folder is a file', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const { status, stderr } = await studypack(['build', '--out', 'taken']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/write-failed/);
    expect(stderr).not.toMatch(/ {2}at /);
  });

  it('prints a pack’s own product, which is one file', async () => {
    const template = join(folder, 'content/optics/templates/poster.md.hbs');
    writeFileSync(template, '---\ntitle: Poster\ndescription: One line.\n---\n# {{text pack.title}}\n');
    const { status } = await studypack(['build', '--product', 'poster', '--out', 'own']);
    rmSync(template);
    expect(status).toBe(0);
    expect(files('own')).toEqual(['poster.pdf']);
  });
});

describe('print profiles', () => {
  beforeAll(() => {
    writeFileSync(join(folder, 'coated.icc'), syntheticProfile());
    writeFileSync(join(folder, 'screen.icc'), syntheticProfile({ kind: 'mntr' }));
    writeFileSync(join(folder, 'none.icc'), 'This is no profile.');
    writeFileSync(join(folder, 'large.icc'), new Uint8Array(17 * 1024 * 1024));
  });
  const handout = ['build', 'optics', '--product', 'handout', '--out', 'printed'];

  it('press: prints with the inks of a profile', async () => {
    const { status, stderr } = await studypack([...handout, '--profile', 'press', '--icc', 'coated.icc']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const pdf = readFileSync(join(folder, 'printed/optics/handout/straight-lines.press.pdf'), 'latin1');
    expect(pdf).toContain('PDF/X-4');
  });

  it('press: prints a single file too', async () => {
    writeFileSync(join(folder, 'one.md'), '# One\n\nA [link](https://example.org).\n');
    const { status } = await studypack(['print', 'one.md', '--profile', 'press', '--icc', 'coated.icc']);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'one.press.pdf'), 'latin1')).toContain('PDF/X-4');
  });

  it('--grey prints without colour, for either', async () => {
    expect((await studypack([...handout, '--grey'])).status).toBe(0);
    expect(
      (await studypack([...handout, '--grey', '--profile', 'press', '--icc', 'coated.icc'])).status,
    ).toBe(0);
    expect(files('printed/optics/handout')).toContain('straight-lines.grey.pdf');
  });

  it.each([
    ['profile-unknown', ['--profile', 'pres'], '“press”'],
    ['icc-missing', ['--profile', 'press'], '--icc'],
    ['icc-unused', ['--icc', 'coated.icc'], '--profile press'],
    ['icc-unsuitable', ['--profile', 'press', '--icc', 'screen.icc'], '“mntr”'],
    ['icc-broken', ['--profile', 'press', '--icc', 'none.icc'], 'too short'],
    ['file-too-large', ['--profile', 'press', '--icc', 'large.icc'], 'bytes'],
    ['file-unreadable', ['--profile', 'press', '--icc', 'nowhere.icc'], 'does not exist'],
  ])('say what is wrong with them: %s', async (code, flags, said) => {
    rmSync(join(folder, 'printed'), { recursive: true, force: true });
    const { status, stderr } = await studypack([...handout, ...flags]);
    expect(status).toBe(1);
    expect(stderr).toContain(code);
    expect(stderr).toContain(said);
    expect(existsSync(join(folder, 'printed'))).toBe(false);
  });
});

describe('wrong usage', () => {
  it.each([
    [['build', 'optic'], 1, /There is no pack “optic”[\s\S]*Did you mean “optics”\?/],
    [
      ['build', '--product', 'foo'],
      1,
      /^--product[\s\S]*There is no product “foo”\.\n {2}→ To see all products: studypack list/,
    ],
    [['build', 'nosuch'], 1, /There is no pack “nosuch”\.\n {2}→ Available: optics\./],
    [['build', '--product', 'leaflett'], 1, /There is no product “leaflett”[\s\S]*Did you mean “leaflet”\?/],
    [['build', '--paper', 'a44'], 1, /There is no paper size “a44”[\s\S]*Did you mean “a4”\?/],
    [['build', '--paper', 'A3'], 1, /There is no paper size “A3”\.\n {2}→ Available: a4, letter, a5\./],
    [['build', '--style', 'standart'], 1, /There is no style “standart”[\s\S]*Did you mean “standard”\?/],
    [['build', '--papper', 'a4'], 2, /There is no option --papper[\s\S]*Did you mean “--paper”\?/],
    [['build', '--impose', 'boklet'], 1, /“boklet” is not a way[\s\S]*Did you mean “booklet”\?/],
    [['biuld'], 2, /There is no command “biuld”[\s\S]*Did you mean “build”\?/],
    [['set', 'paper', '--spares', '-1'], 1, /--spares:1:1 error option-malformed\n {2}“-1” is not a whole/],
    [
      ['calibrate', '--right', '1.5', '--down', '-0.5'],
      2,
      /^--right=1\.5 --down=-0\.5 needs the name of the printer/,
    ],
    [
      ['build', '--paper', 'a4', '--paper', 'a5'],
      2,
      /^--paper can be given only once\. You gave a4 and a5\.\n/,
    ],
    [['build', '--grey=yes'], 2, /^--grey does not take a value, but you gave “yes”/],
    [['build', '--out', '--quiet'], 2, /^--out needs a value: --out <folder>\n/],
    [
      ['build', '-x', '--papper', 'a4', '--out'],
      2,
      /no option -x[\s\S]*no option --papper[\s\S]*--out needs a value/,
    ],
    [['build', '--paper', 'a44', '--pupils', 'x'], 1, /paper-unknown[\s\S]*field-malformed/],
    [['build', '-x'], 2, /^There is no option -x/],
    [['preflight'], 2, /^No files given\. Write it like this: studypack preflight <\.\.\.files>\n/],
    [['set'], 2, /^No exam given\. Write it like this: studypack set <exam>\n/],
    [['verify'], 2, /^No pack given\. Write it like this: studypack verify <pack>\n/],
    [['print', 'a.md', '-o'], 2, /^--out needs a value: --out <file>\n/],
    [['list', 'a', 'b'], 2, /^“studypack list” does not take a, b/],
    [['--quiet'], 2, /^--quiet: no command given/],
    [['Essay.md'], 2, /^There is no command “Essay\.md”/],
    [[], 2, /No command given/],
  ])('%j', async (args, code, said) => {
    const { status, stderr } = await studypack(args);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/ {2}at /);
    expect(status).toBe(code);
  });
});

describe('studypack check', () => {
  it('writes nothing', () => {
    const { status, stdout } = installed(['check']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/no errors found/);
    expect(existsSync(join(folder, 'output-of-check'))).toBe(false);
  });
});

describe('studypack lint', () => {
  it('counts one item in the singular', async () => {
    const pack = join(folder, 'singular');
    mkdirSync(pack);
    writeFileSync(join(pack, 'pack.md'), '---\ntitle: One\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n');
    writeFileSync(join(pack, 'items.md'), '## Who speaks first?\nid: who\nmarks: 1\n\nAda.\n');
    expect(await studypack(['lint', 'singular'])).toMatchObject({
      status: 0,
      stdout: '1 item: no flaws found.\n',
    });
    rmSync(pack, { recursive: true });
  });
});

describe('studypack verify', () => {
  const verify = (...args: string[]) => studypack(['verify', 'ferry', ...args]);
  beforeAll(() => {
    cpSync('tests/content/verification/pack', join(folder, 'content/ferry'), { recursive: true });
    cpSync('tests/content/verification/the-ferry.txt', join(folder, 'ferry.txt'));
  });
  afterAll(() => rmSync(join(folder, 'content/ferry'), { recursive: true, force: true }));

  it('says of each quotation where it stands, and what is wrong', () => {
    const { status, stdout, stderr } = installed(['verify', 'ferry', '--source', 'ferry.txt']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^everybody-else +verified +chapter 1, paragraph 3 +speaker confirmed/m);
    expect(stdout).toContain('6 verified, 1 altered, 1 elsewhere, 1 ambiguous, 1 absent, 1 no source');
    expect(stderr).toContain('“only”, not “just”, after “is”');
    for (const code of ['altered', 'elsewhere', 'absent', 'ambiguous'])
      expect(stderr).toContain(`quotation-${code}`);
    expect(stderr).toContain('speaker-contradicted');
  });

  it('tells other programs the same, as JSON', async () => {
    const { verdicts, diagnostics } = JSON.parse(
      (await verify('--source', 'ferry.txt', '--json')).stdout,
    ) as {
      verdicts: { id: string; verdict: string }[];
      diagnostics: unknown[];
    };
    expect(verdicts).toHaveLength(11);
    expect(verdicts[0]).toMatchObject({ id: 'never-early', verdict: 'verified', places: [{ chapter: '1' }] });
    expect(diagnostics).toHaveLength(5);
  });

  it('writes verdicts for build, where it is asked to', async () => {
    expect(files('content/ferry')).not.toContain('verdicts.json');
    await verify('--source', 'ferry.txt', '--write');
    expect(files('content/ferry')).toContain('verdicts.json');
    expect((await studypack(['check', 'ferry'])).stderr).toContain('verdict-bad');
  });

  it('ends well when all is well', async () => {
    const path = join(folder, 'content/ferry/quotations.md');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.slice(0, whole.indexOf('## altered')));
    const { status, stderr } = await verify('--source', 'ferry.txt');
    writeFileSync(path, whole);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('makes nothing that stands in for the book', async () => {
    const { status, stderr } = await verify('--source', 'ferry.txt', '--index', 'ferry.json');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--index') });
    expect(files('.')).not.toContain('ferry.json');
  });

  it('needs something to check against', async () => {
    expect(await verify()).toMatchObject({ status: 2, stderr: expect.stringContaining('--source BOOK') });
    expect(await verify('--source', 'none.txt')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('it does not exist'),
    });
    expect((await studypack(['verify', '--help'])).stdout).toContain(
      'studypack verify never-let-me-go --source',
    );
  });
});

describe('studypack print', () => {
  const page = '---\ntitle: A page\n---\n\nText with 雨.\n\n#### Deep\n\n![A lamp](lamp.png)\n';

  it('prints any Markdown file as well as can be, and says what it could not', () => {
    writeFileSync(join(folder, 'page.md'), page);
    const { status, stdout, stderr } = installed(['print', 'page.md']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/page\.pdf {2}1 page /);
    expect(stderr).toMatch(/page\.md:5:11 warning glyph-missing/);
    expect(stderr).toMatch(/page\.md:7:1 warning heading-skipped/);
    expect(stderr).toMatch(/page\.md:9:11 warning picture-missing/);
  });

  it('warns once where page numbers are in another language than the text', async () => {
    const warned = async (text: string) => {
      writeFileSync(join(folder, 'sprache.md'), text);
      const { status, stderr } = await studypack(['print', 'sprache.md']);
      expect(status).toBe(0);
      return stderr.match(/\S+ warning furniture-english/g) ?? [];
    };
    expect(await warned('---\ntitle: Een pagina\nlang: nl\n---\n\nText.\n\n## Mehr\n\nText.\n')).toEqual([
      'sprache.md:3:7 warning furniture-english',
    ]);
    for (const lang of ['lang: en\n', 'lang: en-US\n', 'lang: fr\n', 'lang: de-AT\n', ''])
      expect(await warned(`---\ntitle: A page\n${lang}---\n\nText.\n`)).toEqual([]);
  });

  it('stops at these when it is to be strict', async () => {
    rmSync(join(folder, 'page.pdf'), { force: true });
    const { status, stderr } = await studypack(['print', 'page.md', '--strict']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/error heading-skipped/);
    expect(existsSync(join(folder, 'page.pdf'))).toBe(false);
  });

  it('is written beside the usual PDF if options ask for something else', async () => {
    writeFileSync(join(folder, 'notes.md'), '# Notes\n\nSome words.\n');
    expect((await studypack(['print', 'notes.md'])).status).toBe(0);
    const before = readFileSync(join(folder, 'notes.pdf'));
    const large = await studypack(['print', 'notes.md', '--style', 'large-print-18', '--paper', 'letter']);
    expect(large.stdout).toContain('notes.large-print-18.letter.pdf');
    expect(readFileSync(join(folder, 'notes.pdf'))).toEqual(before);
  });

  it('puts its pages on sheets', async () => {
    const { status } = await studypack(['print', 'page.md', '--impose', 'booklet', '-o', 'folded.pdf']);
    expect(status).toBe(0);
    expect(readablePdf(readFileSync(join(folder, 'folded.pdf')))).toContain('/MediaBox [0 0 841.88');
    expect(await studypack(['print', 'page.md', '--impose', 'boklet'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('imposition-unknown'),
    });
  });

  it('opens no picture outside the folder of the file', async () => {
    mkdirSync(join(folder, 'inner'), { recursive: true });
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>';
    writeFileSync(join(folder, 'outer.svg'), drawing);
    writeFileSync(join(folder, 'inner/near.svg'), drawing);
    writeFileSync(join(folder, 'inner/page.md'), '![Near](near.svg)\n\n![Outside](../outer.svg)\n');
    const { status, stderr } = await studypack(['print', 'inner/page.md']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/There is no picture “outer\.svg”/);
    expect(stderr).not.toMatch(/There is no picture “inner\/near\.svg”/);
  });

  it('says when there is nothing to print', async () => {
    writeFileSync(join(folder, 'empty.md'), '[a]: https://example.org\n');
    expect(await studypack(['print', 'empty.md'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing-to-print'),
    });
  });

  it('overwrites nothing that is no PDF', async () => {
    expect((await studypack(['print', 'page.md', '-o', 'page.md'])).status).toBe(2);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(page);
  });

  it('says when a file is not there, or is no text', async () => {
    expect(await studypack(['print', 'none.md'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('it does not exist'),
    });
    writeFileSync(join(folder, 'bad.md'), new Uint8Array([0x41, 0xff, 0xfe]));
    expect(await studypack(['print', 'bad.md'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not saved as UTF-8'),
    });
  });
});

describe('studypack calibrate', () => {
  it('prints a test sheet, and keeps what was measured in the user’s configuration', async () => {
    const env = { XDG_CONFIG_HOME: join(folder, 'config') };
    expect(installed(['calibrate', '--out', 'calibration.pdf']).status).toBe(0);
    expect(existsSync(join(folder, 'calibration.pdf'))).toBe(true);
    const lying = ['calibrate', '--orientation', 'landscape', '--duplex', 'short-edge', '-o', 'lying.pdf'];
    expect((await studypack(lying)).status).toBe(0);
    const bytes = readablePdf(readFileSync(join(folder, 'lying.pdf')));
    expect(bytes).toContain('/MediaBox [0 0 841.88');
    expect(bytes).toContain('/DuplexFlipShortEdge');
    expect(await studypack(['calibrate', '--orientation', 'lying'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('portrait or landscape'),
    });
    const kept = await studypack(['calibrate', '--printer', 'office', '--right=1.5', '--down=-0.5'], env);
    expect(kept.status).toBe(0);
    expect(readFileSync(join(folder, 'config/studypack/printers.yaml'), 'utf8')).toBe(
      'office: { right: 1.5, down: -0.5 }\n',
    );
    const build = ['build', '--product', 'vocabulary-cards', '--keep', '--quiet', '--out', 'shifted'];
    expect((await studypack([...build, '--printer', 'office'], env)).status).toBe(0);
    const pages = readFileSync(join(folder, 'shifted/optics/vocabulary-cards.pages.txt'), 'utf8');
    const [front, back] = ['page 1 at', 'page 2 at'].map((role) =>
      new RegExp(`${role} ([\\d.]+),([\\d.]+)`).exec(pages)!.slice(1).map(Number),
    );
    // Two cards of 85 mm and what is left of A4 at either side: 20 mm, 56.7 points. The second column begins at 297.6;
    // 1.5 mm are 4.3 points, to the right on the back, and 0.5 mm are 1.4 points, down.
    expect(front![0]).toBe(56.7);
    expect(back![0]).toBeCloseTo(297.6 + 4.3, 0);
    expect(back![1]! - front![1]!).toBeCloseTo(1.4, 0);
    const { status, stderr } = await studypack([...build, '--printer', 'ofice'], env);
    expect(status).toBe(1);
    expect(stderr).toMatch(/measurements for a printer called “ofice”[\s\S]*Did you mean “office”/);
  });

  it('keeps the measure that is not given as it was, and says so', async () => {
    const env = { XDG_CONFIG_HOME: join(folder, 'config-of-one') };
    const kept = () => readFileSync(join(folder, 'config-of-one/studypack/printers.yaml'), 'utf8');
    const keep = async (...measured: string[]) =>
      (await studypack(['calibrate', '--printer', 'office', ...measured], env)).stdout;
    expect(await keep('--down=-2')).toContain('office: right 0 mm, down -2 mm (right was not given), in ');
    expect(await keep('--right=1.5')).toContain('office: right 1.5 mm, down -2 mm (down unchanged), in ');
    expect(kept()).toBe('office: { right: 1.5, down: -2 }\n');
    expect(await keep('--right=0', '--down=10')).toContain('office: right 0 mm, down 10 mm, in ');
    expect(JSON.parse(await keep('--down=3', '--json')).kept).toEqual({
      printer: 'office',
      right: 0,
      down: 3,
    });
    // A name that every object has a property of was not measured yet.
    await studypack(['calibrate', '--printer', 'constructor', '--right=1'], env);
    expect(kept()).toBe('office: { right: 0, down: 3 }\nconstructor: { right: 1, down: 0 }\n');
  });

  it.each([
    [['--printer', 'office'], /No measurements given[\s\S]*--printer office --right=1\.5 --down=-0\.5/],
    [
      ['--printer', 'office', '--right=900'],
      /--right 900: This is off the scale of the test sheet, which reaches 10 mm/,
    ],
    [
      ['--printer', 'office', '--right=1', '--down=-10.1'],
      /--down -10\.1: This is off the scale of the test sheet, which reaches 10 mm/,
    ],
    [['--printer', 'office', '--right=1,5'], /--right 1,5: This is not a number of millimetres/],
    [['--printer', 'office', '--right='], /^--right needs a value: --right <mm>/],
    [['--printer', 'The Office', '--right=1'], /--printer The Office: Use only small letters/],
    [['--printer', 'office', '--right=1', '--duplex', 'foo'], /--duplex foo: Write long-edge or/],
    [['--duplex', 'foo'], /--duplex foo: Write long-edge or short-edge/],
    [['--right=1'], /--right=1 needs the name of the printer: .* --printer office --right=1\n/],
    [['--down=-1', '--right=0'], /--right=0 --down=-1 needs the name of the printer/],
  ])('refuses %j, and changes nothing', async (args, said) => {
    const env = { XDG_CONFIG_HOME: join(folder, 'config-refused') };
    const path = join(folder, 'config-refused/studypack/printers.yaml');
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'office: { right: 1.5, down: -0.5 }\n');
    const { status, stderr } = await studypack(['calibrate', '--out', 'refused.pdf', ...args], env);
    expect(stderr).toMatch(said);
    expect(status).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('office: { right: 1.5, down: -0.5 }\n');
    expect(existsSync(join(folder, 'refused.pdf'))).toBe(false);
  });
});

describe('studypack init', () => {
  const OPENED = '\nTo work in the browser, double-click “Open Studypack” in that folder.\n';

  it('makes a folder that builds at once', () => {
    // What npm sets, as for `npm run studypack` or `npx studypack`, would change what is printed.
    expect(installed(['init', 'demo'], { npm_lifecycle_event: '' })).toMatchObject({
      status: 0,
      stdout: `demo is ready. Next:\n\n  cd demo\n  studypack build\n${OPENED}`,
      stderr: '',
    });
    expect(readFileSync(join(folder, 'demo/.gitignore'), 'utf8')).toContain('output/');
    const built = spawnSync(process.execPath, [PROGRAM, 'build', '--json'], {
      cwd: join(folder, 'demo'),
      encoding: 'utf8',
    });
    expect(built.status).toBe(0);
    const { files: made, diagnostics } = JSON.parse(built.stdout) as {
      files: { path: string; pages: number }[];
      diagnostics: unknown[];
    };
    expect(diagnostics).toEqual([]);
    expect(made.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([
      'character-cards.pdf',
      'creation.pdf',
      'flashcards.pdf',
      'knowledge-organiser.pdf',
      'print-list.pdf',
      'provenance.pdf',
      'quotation-bank.pdf',
      'quote-cards.pdf',
      'reading-guide.pdf',
      'test-a.pdf',
      'test-scheme.pdf',
      'test.pdf',
      'the-speaker.pdf',
      'the-tyger-core.pdf',
      'the-tyger-key.pdf',
      'the-tyger-stretch.pdf',
      'the-tyger-support.pdf',
      'the-tyger.pdf',
      'vocabulary-cards.pdf',
    ]);
  });

  it.each([
    [
      { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'studypack'" },
      'cd "my packs"\n  npx studypack build',
    ],
    [{ npm_lifecycle_event: 'npx', npm_lifecycle_script: "'vitest'" }, 'cd "my packs"\n  studypack build'],
    [{ npm_lifecycle_event: 'studypack' }, 'npm run -s studypack -- build "my packs/content/the-tyger"'],
  ])('names a command that works where it was run: %o', async (env, next) => {
    rmSync(join(folder, 'my packs'), { recursive: true, force: true });
    const { stdout } = await studypack(['init', 'my packs'], env);
    expect(stdout).toBe(`my packs is ready. Next:\n\n  ${next}\n${OPENED}`);
    expect(existsSync(join(folder, 'my packs/content/the-tyger/pack.md'))).toBe(true);
  });

  it('leaves a folder alone that is not empty', async () => {
    const { status, stderr } = await studypack(['init', 'demo']);
    expect(status).toBe(1);
    expect(stderr).toContain('is not empty');
  });
});

describe('studypack schema and list', () => {
  it('describe what may be written', () => {
    const { status, stdout } = installed(['schema']);
    expect(status).toBe(0);
    const schemas = JSON.parse(stdout) as Record<
      string,
      { required?: string[]; properties: Record<string, { type?: string }> }
    >;
    expect(schemas['themes']!.required).toEqual(['name', 'claim']);
    expect(schemas['quotations']!.properties['page']!.type).toBe('integer');
    expect(schemas['style']!.properties['body-size']!.type).toBe('number');
    expect(schemas['product']!.properties['outputs']!.type).toBe('array');
  });

  it('name packs, products, styles and kinds', () => {
    const { stdout } = installed(['list']);
    for (const name of ['optics', 'own products: leaflet', 'reading-guide', 'standard', 'vocabulary'])
      expect(stdout).toContain(name);
  });
});

describe('studypack watch', () => {
  it('builds again what an edit touches', async () => {
    const args = ['watch', '--product', 'leaflet', '--impose', '2-up', '--out', 'watched'];
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder });
    const leaflet = join(folder, 'watched/optics/leaflet.2-up.pdf');
    const until = async (what: string, done: () => boolean) => {
      for (let tries = 0; tries < 300 && !done(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(done(), what).toBe(true);
    };
    try {
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += String(chunk);
      });
      await until('it watches', () => said.includes('Watching'));
      const before = readFileSync(leaflet);
      expect(readablePdf(before)).toContain('/MediaBox [0 0 841.88');
      const words = join(folder, 'content/optics/themes/reflection.md');
      writeFileSync(words, `${readFileSync(words, 'utf8')}\nIt is called reflection.\n`);
      await until('it has built again', () => !readFileSync(leaflet).equals(before));
    } finally {
      child.kill('SIGINT');
    }
  });
});

describe('studypack preflight', () => {
  const pdf = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes);
  beforeAll(async () => {
    expect((await studypack(['build', '--product', 'leaflet', '--out', 'judged'])).status).toBe(0);
    cpSync(join(folder, 'judged/optics/leaflet.pdf'), join(folder, 'good.pdf'));
  });

  it('says that a good file is good, and what it did not check', () => {
    const { status, stdout, stderr } = installed(['preflight', 'good.pdf', '--size', 'a4']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Preflight of 1 file, 1 page: no problems found.');
    expect(stdout).toContain('Not checked');
  });

  it('says what is wrong, and where, as a table and as JSON', async () => {
    const { status, stderr } = await studypack(['preflight', 'good.pdf', '--size', '100x100']);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'good.pdf\n  page 1  error    page-size  The page is 210 × 297 mm, not 100 × 100 mm.',
    );
    const { preflight } = JSON.parse(
      (await studypack(['preflight', 'good.pdf', '--size', 'letter', '--json'])).stdout,
    );
    expect(preflight[0]).toMatchObject({ path: 'good.pdf', pages: 1 });
    expect(preflight[0].findings[0]).toMatchObject({ check: 'page-size', severity: 'error', page: 1 });
  });

  it('refuses what it can’t read in a sentence, and judges the others', async () => {
    const whole = readFileSync(join(folder, 'good.pdf'));
    pdf('empty.pdf', '');
    pdf('letter.pdf', 'Dear all,');
    pdf('cut.pdf', whole.subarray(0, 4000));
    pdf(
      'rubbish.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9999, 93), Buffer.from('\n%%EOF')]),
    );
    const names = ['empty.pdf', 'letter.pdf', 'cut.pdf', 'rubbish.pdf', 'not-there.pdf', 'good.pdf'];
    const { status, stdout, stderr } = await studypack(['preflight', ...names]);
    expect(status).toBe(1);
    for (const words of ['is empty', 'is not a PDF', 'is cut off', 'is damaged', 'it does not exist'])
      expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\.js:\d|at .*\(|Error:/);
    expect(stdout).toContain('Preflight of 1 file');
  });

  it('refuses flags that say nothing', async () => {
    const flags = ['--size', 'huge', '--profile', 'pres', '--duplex', 'left', '--cells', '0x3', '--bleed=-1'];
    const { status, stderr } = await studypack(['preflight', 'good.pdf', ...flags]);
    expect(status).toBe(1);
    expect(stderr.match(/flag-malformed/g)).toHaveLength(5);
    expect((await studypack(['preflight'])).status).toBe(2);
  });
});

describe('studypack build --preflight', () => {
  it('says that nothing was found', async () => {
    const { status, stdout } = await studypack(['build', '--preflight', '--out', 'checked']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Preflight of \d+ files, \d+ pages: no problems found\./);
  });

  it('writes nothing when it finds an error, and says where', async () => {
    const styles = join(folder, 'content/optics/styles');
    mkdirSync(styles, { recursive: true });
    const edge = readFileSync('templates/styles/standard.yaml', 'utf8').replace(
      /^margin-outer: .*$/m,
      'margin-outer: 2',
    );
    writeFileSync(join(styles, 'edge.yaml'), edge);
    const run = (...more: string[]) =>
      studypack(['build', '--product', 'leaflet', '--style', 'edge', '--out', 'judged', ...more]);
    expect((await run()).status).toBe(0);
    const before = readFileSync(join(folder, 'judged/optics/leaflet.edge.pdf'));
    const { status, stdout, stderr } = await run('--preflight');
    rmSync(styles, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain('preflight-failed');
    expect(stderr).toMatch(
      /page 1, \d+ mm across, \d+ mm down +error +safe-area +Text is 2 mm from the edge of the page\./,
    );
    expect(stdout).not.toContain('kB');
    expect(readFileSync(join(folder, 'judged/optics/leaflet.edge.pdf'))).toEqual(before);
  });
});
