import { buildSet, type SetOptions } from '../../src/build/build-set.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { options, textOf } from '../support.ts';

export const CLASS = 'tests/rosters/10b.csv';

const sources = readPackSources(['tests/packs/optics'], 'content', createReport());
export const templates = readTemplateSet(createReport());

export const roster = (text: string, path = 'class.csv') => ({ path, bytes: new TextEncoder().encode(text) });

/** Builds a set of the quiz of the pack on optics, and keeps its files. */
export async function makeSet(
  wishes: Partial<SetOptions> & Pick<SetOptions, 'roster'>,
  style?: string,
  products = templates.templates,
  packs = sources,
) {
  const report = createReport(textOf);
  const files = new Map<string, Uint8Array[]>();
  const built = await buildSet(
    packs,
    { ...templates, templates: products },
    { exam: 'quiz', forms: [], spares: 0, order: 'seat', ...wishes },
    options(style === undefined ? {} : { style }),
    {
      begin(path) {
        const pieces: Uint8Array[] = [];
        files.set(path, pieces);
        return (piece) => pieces.push(piece);
      },
    },
    report,
  );
  const bytes = [...files].map(([path, pieces]) => ({ path, bytes: new Uint8Array(Buffer.concat(pieces)) }));
  return { built, report, files: bytes };
}
