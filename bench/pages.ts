import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { worksheetOf } from '../src/assessment/assessment.ts';
import { layOutAll } from '../src/build/build.ts';
import type { LaidDraft } from '../src/build/jobs/lay-out-pack.ts';
import { readFonts } from '../src/cli/files/reading/read-fonts.ts';
import { readPackSources, readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { pageSetup } from '../src/layout/paging/page-setup.ts';
import { createFontBook } from '../src/pages/fonts/font-book.ts';
import { hasColour } from '../src/pages/has-colour.ts';
import { lookAtSheet } from './measure-answer-room.ts';
import { gridsOf, lookAtPages } from './measure-pages.ts';
import { measureTypography } from './measure-typography.ts';

/**
 * Prints what makes pages look unplanned, counted over all products of both packs: holes, empty margin columns, colour
 * where nobody wants to pay for it, tables that do not line up, loose lines, answer lines that no answer fills; and the
 * ink of each style. Nothing here passes or fails.
 */

/** The products that are printed in black whatever they hold. */
const EXAM_PRODUCTS = ['exam-paper', 'mark-scheme', 'marking-sheet'];
const STYLES = ['standard', 'large-print-18', 'large-print-24', 'dyslexia', 'ink-saver'];

const report = createReport();
const fonts = createFontBook(readFonts());
const templates = readTemplateSet(report);
const packs = readPackSources([], 'content', report);

/** Cards fill their cells as they can, so only whole pages are looked at. */
const isPage = ({ draft, pages }: LaidDraft) => !draft.imposition && pages.cells === undefined;

/** Whether the author has the answers printed on a page of their own at the end of a worksheet. */
const endsWithAnswers = ({ job, assessment }: LaidDraft['draft']) =>
  job.sheet !== undefined && worksheetOf(assessment, job.entry)?.answers === 'last-page';

function lookAt(file: LaidDraft) {
  const { draft, pages } = file;
  const { width, height } = pages.pages[0]!;
  const details = { values: {}, at: draft.furniture.at, perSheet: 1 } as never;
  const { margins, marginColumn, twoSided } = pageSetup({ width, height }, draft.page, draft.style, details);
  const columnOf = (page: number) => {
    const left = twoSided && page % 2 === 1 ? margins.outer : width - margins.outer - marginColumn!.width;
    return { left, right: left + marginColumn!.width };
  };
  const frame = { top: margins.top, bottom: height - margins.bottom };
  return { file, looks: lookAtPages(pages, frame, marginColumn && columnOf) };
}

const style = process.argv.find((argument) => STYLES.includes(argument));
const options = { fonts, products: [], keep: false, ...(style !== undefined && { style }) };
const files = layOutAll(packs, templates, options, report);
const looked = files.filter(isPage).map(lookAt);
const pages = looked.flatMap(({ file, looks }) =>
  looks.map((look, index) => ({
    ...look,
    name: file.draft.name,
    number: index + 1,
    last: index === looks.length - 1,
    asked: index === looks.length - 1 && endsWithAnswers(file.draft),
  })),
);
const wide = { left: 0, right: 2_000, top: 0, bottom: 2_000 };
const loose = files.map(({ draft, pages: laid }) => ({
  name: draft.name,
  count: measureTypography(laid, () => wide, fonts).spaces.over2,
}));
const sheets = files.flatMap((file) => {
  const look = lookAtSheet(file);
  return look ? [{ name: file.draft.name, ...look }] : [];
});
const answers = sheets.flatMap(({ name, answers: own }) => own.map((answer) => ({ name, ...answer })));
const exams = files.filter(({ draft }) => EXAM_PRODUCTS.includes(draft.product));

// A page without any content says that it is left blank.
const short = pages.filter(({ filled }) => filled > 0 && filled < 0.5);
const holes = short.filter(({ asked }) => !asked);

console.log(`Pages left blank: ${pages.filter(({ filled }) => filled === 0).length} of ${pages.length}`);
show(
  'Files of one page under half full',
  holes.filter(({ last, number }) => last && number === 1),
  pages.length,
);
show(
  'Pages of answers alone, which the author asks for, under half full',
  short.filter(({ asked }) => asked),
  pages.length,
);
show(
  'Other pages under half full',
  holes.filter(({ last, number }) => !last || number > 1),
  pages.length,
);
show(
  '… that are not the last of their file',
  holes.filter(({ last }) => !last),
  pages.length,
);
show(
  'Last pages under a third full',
  holes.filter(({ filled, last, number }) => filled < 1 / 3 && last && number > 1),
  pages.length,
);
show(
  'Pages with an empty margin column',
  pages.filter(({ emptyMargin }) => emptyMargin),
  pages.length,
);
show(
  'Justified lines over twice natural space',
  loose.filter(({ count }) => count > 0),
);
show(
  'Colour on exam documents',
  exams.filter(({ pages: laid }) => hasColour(laid)).map(({ draft: { name } }) => ({ name })),
  exams.length,
);
show(
  'Answers with more than twice the lines that their key fills',
  answers
    .filter(({ lines, needed }) => lines > 2 * needed)
    .map(({ name, number, lines }) => ({ name: `${name}, question ${number}`, count: lines })),
  answers.length,
);
show(
  'Answers with fewer lines than their key fills',
  answers
    .filter(({ lines, needed }) => lines < needed)
    .map(({ name, number, lines }) => ({ name: `${name}, question ${number}`, count: lines })),
  answers.length,
);
console.log(
  `Lines to write on: ${answers.reduce((sum, { lines }) => sum + lines, 0)}, of which keys fill ${answers.reduce((sum, { needed }) => sum + needed, 0)}`,
);
show(
  'Worksheets with fewer than three kinds of question',
  sheets.filter(({ kinds }) => kinds.length < 3).map(({ name, kinds }) => ({ name, count: kinds.length })),
  sheets.length,
);
for (const { draft, pages: laid } of files.filter(({ draft }) => draft.product === 'mark-scheme'))
  console.log(
    `Grids of ${draft.name}: ${gridsOf(laid)
      .map((grid) => `[${grid}]`)
      .join(' ')}`,
  );
if (!process.argv.includes('--no-ink')) inkOfStyles();

/** A line with how many were found, and which. */
function show(
  title: string,
  found: readonly { name: string; number?: number; filled?: number; count?: number }[],
  of?: number,
) {
  console.log(`${title}: ${found.length}${of === undefined ? '' : ` of ${of}`}`);
  for (const { name, number, filled, count } of found)
    console.log(
      `    ${name}${number === undefined ? '' : `, page ${number}`}${filled === undefined ? '' : `, ${Math.round(100 * filled)} %`}${count === undefined ? '' : `, ${count}`}`,
    );
}

/** Ink as Ghostscript measures it, in whole pages of solid ink, for each product and style, and what each style saves. */
function inkOfStyles() {
  const totals = new Map<string, Map<string, number>>();
  for (const style of STYLES) {
    const out = mkdtempSync(join(tmpdir(), 'studypack-ink-'));
    const build = ['dist/cli/main.js', 'build', '--quiet', '--style', style, '--out', out];
    spawnSync(process.execPath, build, { stdio: 'inherit' });
    for (const path of pdfsIn(out)) {
      const product = path.split('/')[1]!.replace(/\..*/, '');
      const own = totals.get(product) ?? new Map<string, number>();
      own.set(style, (own.get(style) ?? 0) + inkOf(join(out, path)));
      totals.set(product, own);
    }
    rmSync(out, { recursive: true });
  }
  console.log(['ink', ...STYLES, 'saved by ink-saver'].join('\t'));
  for (const [product, own] of [...totals].sort()) {
    const share = 100 * (1 - (own.get('ink-saver') ?? 0) / (own.get('standard') ?? 0));
    console.log(
      [product, ...STYLES.map((style) => (own.get(style) ?? 0).toFixed(2)), `${share.toFixed(0)} %`].join(
        '\t',
      ),
    );
  }
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.pdf'));
}

function inkOf(path: string): number {
  const device = ['-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=ink_cov', '-r600', '-o', '-', path];
  const { stdout } = spawnSync('gs', device, { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .reduce(
      (sum, line) =>
        sum +
        line
          .trim()
          .split(/\s+/)
          .slice(0, 4)
          .reduce((inks, part) => inks + Number(part), 0) /
          100,
      0,
    );
}
