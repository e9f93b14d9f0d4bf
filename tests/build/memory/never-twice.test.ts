import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/build/build.ts';
import { createStageMemory, type StageMemory } from '../../../src/build/memory/stage-memory.ts';
import { readInputs } from '../../../src/cli/inputs.ts';
import { printPacks } from '../../../src/cli/printing/print-packs.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { fonts, textOf } from '../../support.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LAMP = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" viewBox="0 0 300 60"><path d="M5 50 H${width}" stroke="#b00020"/></svg>\n`;
const STYLE = readFileSync('templates/styles/standard.yaml', 'utf8');
const template = (front: string, body: string) =>
  `---\ntitle: ${front}\ndescription: For a test.\n---\n${body}\n`;
const PARTIAL = '{{markdown body}}';
const WORDS =
  '# {{text pack.title}}\n\n{{#each pack.vocabulary}}\n## {{text name}}\n\n{{> word}}\n{{/each}}\n';

/** A small pack with two products, a partial, a style and a picture of its own; one word has a warning. */
const PACK: Readonly<Record<string, string>> = {
  'pack.md': '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-05\n---\n\nAbout light.\n',
  'vocabulary.md': '## ray\n\nA line of light.\n\n## lamp\n\n![A line](lamp.svg)\n',
  'themes/dark.md':
    '---\nname: The dark\nclaim: There is none.\n---\n\nNothing is seen.[^1]\n\n[^1]: Or little.\n',
  'templates/words.md.hbs': template('Words', WORDS),
  'templates/themes.md.hbs': template(
    'Themes\nrepeat: [themes]\nstyle: own',
    '# {{text entry.name}}\n\n{{markdown entry.body}}',
  ),
  'templates/partials/word.hbs': PARTIAL,
  'styles/own.yaml': STYLE,
  'lamp.svg': LAMP(200),
};

type Files = Readonly<Record<string, string | undefined>>;

const [about, words, dark] = ['pack.md', 'vocabulary.md', 'themes/dark.md'].map((name) => PACK[name]!) as [
  string,
  string,
  string,
];

/** Changes of the pack, from which a case picks some: files with their new texts, undefined for none. */
const EDITS: readonly ((n: number) => Files)[] = [
  (n) => ({ 'vocabulary.md': words.replace('line of', `line ${n} of`) }),
  (n) => ({ 'vocabulary.md': `${words}\n## word ${n}\n\nOne more.\n` }),
  // The same words, some lines further down.
  (n) => ({ 'vocabulary.md': `${'\n'.repeat(n)}${words}` }),
  (n) => ({ 'themes/dark.md': dark.replace('seen', `seen ${n}`) }),
  // A footnote that nothing refers to: a warning, here and there.
  (n) => ({
    [`themes/t${n % 2}.md`]: `---\nname: T${n % 2}\nclaim: So it is.\n---\n\nA text.\n\n[^9]: Lost ${n}.\n`,
  }),
  (n) => ({ [`themes/t${n % 2}.md`]: undefined }),
  (n) => ({ 'lamp.svg': LAMP(100 + n) }),
  (n) => ({ 'lamp.svg': n % 2 ? undefined : LAMP(200) }),
  (n) => ({ 'styles/own.yaml': STYLE.replace(/^(body-size: ).*$/m, `$1${9 + (n % 3)}`) }),
  (n) => ({ 'templates/words.md.hbs': template(`Words ${n % 2}`, WORDS) }),
  (n) => ({ 'templates/partials/word.hbs': n % 2 ? '{{inline body}}\n' : PARTIAL }),
  (n) => ({ 'pack.md': about.replace('2026-01-05', `2026-01-0${1 + n}`) }),
  (n) => ({ 'pack.md': about.replace('en-GB', n % 2 ? 'de' : 'en-US') }),
  // An error.
  (n) => ({ 'pack.md': about.replace('lang', n % 2 ? 'long' : 'lang') }),
  () => ({ ...PACK }),
];

/** Options of the command. */
const OPTIONS = [
  {},
  { paper: 'a5' },
  { paper: 'letter' },
  { grey: true },
  { style: 'own' },
  { impose: '2-up' },
];

/** Changes of what an earlier build left. */
const DAMAGES: readonly ((path: string) => void)[] = [
  (path) => rmSync(path, { force: true }),
  (path) => writeFileSync(path, 'by hand'),
  (path) => writeFileSync(path, readIfThere(path)?.subarray(1) ?? ''),
];

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

function writePack(at: string, files: Files): void {
  rmSync(at, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
}

const edit = fc.record({ edit: fc.nat(EDITS.length - 1), n: fc.nat(7) });
const option = fc.record({ option: fc.constantFrom(...OPTIONS) });
const damage = fc.record({
  damage: fc.nat(DAMAGES.length - 1),
  file: fc.constantFrom('.studypack.json', 'demo/words.pdf', 'demo/themes/dark.pdf'),
});
const steps = fc.array(fc.oneof(edit, edit, option, damage), { minLength: 2, maxLength: 7 });

/** Each change once, one after another. */
const EACH = [
  ...EDITS.map((_, index) => ({ edit: index, n: 1 })),
  ...OPTIONS.map((one) => ({ option: one })),
  ...DAMAGES.map((_, index) => ({ damage: index, file: 'demo/words.pdf' })),
];

type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** Prints the pack in a folder, with everything that earlier builds left, and compares it with what a first build makes. */
async function printAndCompare(at: string, out: string, flags: object, memory: StageMemory) {
  const fresh = createReport(textOf);
  const inputs = readInputs([at], { ...flags, product: ['words', 'themes'] }, fresh)!;
  const expected = await build(inputs.packs, inputs.templates, { ...inputs.options, fonts }, fresh);

  const report = createReport(textOf);
  const again = readInputs([at], { ...flags, product: ['words', 'themes'] }, report)!;
  const buildOptions = async () => ({ fonts, memory });
  const printing = { out, preflight: false, force: false, clean: false, all: false, buildOptions };
  const {
    outcomes: [outcome],
  } = await printPacks(again, printing, report);
  expect(report.diagnostics).toEqual(fresh.diagnostics);
  const names = (files: readonly { path: string; pages?: number }[] | undefined) =>
    files?.map(({ path, pages }) => ({ path, pages }));
  expect(names(outcome!.files)).toEqual(fresh.failed() ? undefined : names(expected));
  for (const { path, bytes } of expected)
    expect(Buffer.compare(readFileSync(join(out, path)), bytes), path).toBe(0);
  return { unchanged: outcome!.unchanged, failed: fresh.failed() };
}

describe('a build that remembers', () => {
  it('writes what a build that remembers nothing would write, and says the same', async () => {
    const seen = { unchanged: 0, failed: 0, all: 0 };
    const followSteps = async (taken: Steps) => {
      const own = join(folder, String(seen.all));
      const [at, out] = [join(own, 'demo'), join(own, 'out')];
      const memory = createStageMemory();
      let files: Files = PACK;
      let flags = {};
      mkdirSync(join(out, 'demo/themes'), { recursive: true });
      for (const step of [undefined, ...taken]) {
        if (step && 'edit' in step) files = { ...files, ...EDITS[step.edit]!(step.n) };
        if (step && 'option' in step) flags = step.option;
        if (step && 'damage' in step) DAMAGES[step.damage]!(join(out, step.file));
        writePack(at, files);
        const { unchanged, failed } = await printAndCompare(at, out, flags, memory);
        seen.all++;
        if (unchanged) seen.unchanged++;
        if (failed) seen.failed++;
      }
    };
    await fc.assert(fc.asyncProperty(steps, followSteps), { numRuns: 10, examples: [[EACH]] });
    // Not every build fails, and not every one makes all anew.
    expect(seen.unchanged).toBeGreaterThan(0);
    expect(seen.failed).toBeLessThan(seen.all / 2);
  });
});
