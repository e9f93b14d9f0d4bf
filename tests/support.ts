import { readFileSync } from 'node:fs';
import { layOutAll } from '../src/build/build.ts';
import type { BuildOptions } from '../src/build/jobs/build-options.ts';
import { readFonts } from '../src/cli/files/reading/read-fonts.ts';
import { readPackSources, readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import type { PackFile } from '../src/content/read-pack-file.ts';
import { createReport, type Report } from '../src/diagnostics/report.ts';
import { createFontBook } from '../src/pages/fonts/font-book.ts';

export const fonts = createFontBook(readFonts());

export const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

export const options = (more: Partial<BuildOptions> = {}): BuildOptions => ({
  fonts,
  products: [],
  keep: false,
  ...more,
});

type Laid = ReturnType<typeof layOutAll>;

/** What was laid out already, by folder and options: several tests ask the same of one pack. */
const known = new Map<string, { report: Report; documents: Laid }>();

/**
 * Lays out every product of the pack in a folder; where the options are plain values, once. What comes of it is shared by
 * tests, which leave it as it is; the report is a copy.
 */
export function layOutFolder(folder: string, more: Partial<BuildOptions> = {}) {
  const isPlain = Object.values(more).every((value) => typeof value !== 'object' || Array.isArray(value));
  const key = JSON.stringify([folder, Object.entries(more).sort()]);
  const laid = known.get(key) ?? layOutAnew(folder, more);
  if (isPlain) known.set(key, laid);
  const report = createReport(textOf);
  report.merge(laid.report);
  return { report, documents: laid.documents };
}

function layOutAnew(folder: string, more: Partial<BuildOptions>) {
  const report: Report = createReport(textOf);
  const documents = layOutAll(
    readPackSources([folder], 'content', report),
    readTemplateSet(report),
    options(more),
    report,
  );
  return { report, documents };
}

/** Lays out a pack of these files, as if they stood in a folder `demo`. */
export function layOutSource(content: readonly PackFile[], more: Partial<BuildOptions> = {}) {
  const report: Report = createReport();
  const templates = { templates: [], partials: [], styles: [], words: [] };
  const source = { id: 'demo', folder: 'demo', content, pictures: [], templates };
  return { report, documents: layOutAll([source], readTemplateSet(report), options(more), report) };
}

export const nowhere = { file: 'test', line: 1, column: 1 };

/** Lays out every product of a pack that is given as texts, by their names in its folder; `pack.md` may be left out. */
export function layOutPack(texts: Readonly<Record<string, string>>, more: Partial<BuildOptions> = {}) {
  const report: Report = createReport((file) => texts[file.replace(/^demo\//, '')]);
  const about = '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-05\n---\n\nA pack to try things with.\n';
  const content = Object.entries({ 'pack.md': about, ...texts }).map(([name, text]) => ({
    path: `demo/${name}`,
    name,
    text,
  }));
  const templates = { templates: [], partials: [], styles: [], words: [] };
  const documents = layOutAll(
    [{ id: 'demo', folder: 'demo', content, pictures: [], templates: templates }],
    readTemplateSet(report),
    options(more),
    report,
  );
  return { report, documents };
}
