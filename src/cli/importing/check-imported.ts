import type { PackSource } from '../../build/jobs/build-options.ts';
import { openPack } from '../../build/jobs/opening/open-pack.ts';
import type { Report } from '../../diagnostics/report.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { PackBefore } from '../../exchange/in/pack-writing/import-plan.ts';
import { readTemplateSet } from '../files/reading/read-sources.ts';
import type { PackToImport } from './open-pack-for-import.ts';

/** Reads a pack as it would be after an import, and reports each error that was not there before. */
export function checkImported(pack: PackToImport, after: PackBefore, report: Report): void {
  const templates = readTemplateSet(report);
  const check = (state: PackBefore) => {
    const found = createReport();
    openPack(sourceOf(pack, state), templates, { products: [] }, found);
    return found.diagnostics.filter(({ severity }) => severity === 'error');
  };
  const known = new Set(
    pack.isNew ? [] : check(pack.before).map(({ code, message }) => `${code} ${message}`),
  );
  for (const { code, where, message, hint } of check(after))
    if (!known.has(`${code} ${message}`)) report.add(code, where, message, hint);
}

/** A pack in a state as the commands read it from the disk. */
function sourceOf({ folder, source }: PackToImport, { files, pictures }: PackBefore): PackSource {
  const known = new Map(source?.content.map((file) => [file.name, file]));
  return {
    id: folder.split(/[\\/]/).at(-1)!,
    folder,
    templates: { templates: [], partials: [], styles: [], words: [] },
    ...source,
    content: files.map((file) => ({ path: `${folder}/${file.name}`, ...known.get(file.name), ...file })),
    pictures: [...pictures].map(([path, bytes]) => ({ path: `${folder}/${path}`, bytes })),
  };
}
