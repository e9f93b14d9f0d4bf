import type { BuildOptions, PackSource, TemplateSet } from '../build/jobs/build-options.ts';
import { isInPack } from '../build/jobs/report-of-pack.ts';
import { flagPlace } from '../diagnostics/flag-place.ts';
import type { Report } from '../diagnostics/report.ts';
import { printerNamed } from './files/printers/printers.ts';
import { readPrintersFile } from './files/printers/printers-file.ts';
import { readPackSources, readTemplateSet } from './files/reading/read-sources.ts';
import { type PressFlags, readPressProfile } from './read-press-profile.ts';

/** The packs, templates and options of a command that prints packs. Fonts are not among them: a build may need none. */
export interface Inputs {
  readonly packs: readonly PackSource[];
  readonly templates: TemplateSet;
  readonly options: Omit<BuildOptions, 'fonts'>;
}

/** The options of commands that print. */
export interface PrintFlags extends Partial<PressFlags> {
  readonly paper?: string | undefined;
  readonly style?: string | undefined;
  readonly impose?: string | undefined;
  readonly printer?: string | undefined;
  readonly grey?: boolean;
}

/** The options of commands that print packs. */
export interface PackFlags extends PrintFlags {
  readonly product?: readonly string[];
  readonly 'all-products'?: boolean;
  readonly only?: readonly string[];
  readonly keep?: boolean;
  readonly pupils?: number | undefined;
  readonly start?: string | undefined;
}

/** Reads what a command needs. @returns undefined, after diagnostics, if its options cannot be followed */
export function readInputs(packs: readonly string[], flags: PackFlags, report: Report): Inputs | undefined {
  const options = readPrinterOptions(flags, report);
  if (!options) return undefined;
  const sources = readPackSources(packs, 'content', report);
  const { product = [], 'all-products': allProducts = false, only = [], keep = false, pupils, start } = flags;
  return {
    packs: sources,
    templates: readTemplateSet(report),
    options: {
      ...options,
      products: product,
      ...(allProducts && { allProducts }),
      ...(only.length > 0 && { only }),
      keep,
      ...(pupils !== undefined && { pupils }),
      ...(start !== undefined && { start }),
    },
  };
}

/**
 * Leaves only packs with the entries that were asked for, if any were. Reports entries that no pack has. It loads what reads
 * packs, so it is called late.
 */
export async function withOnly<I extends Inputs>(inputs: I, report: Report): Promise<I> {
  const { packs, templates, options } = inputs;
  if (options.only === undefined) return inputs;
  const { packsWith } = await import('../build/jobs/opening/packs-with.ts');
  return { ...inputs, packs: packsWith(options.only, packs, templates, options, report) };
}

/** Whether there is an error that is not about one of the packs only, so that nothing can be done for any of them. */
export const cannotStart = ({ packs }: Pick<Inputs, 'packs'>, report: Report): boolean =>
  report.diagnostics.some(
    (finding) => finding.severity === 'error' && !packs.some((pack) => isInPack(finding, pack)),
  );

/**
 * Gives the options of printing, with the files that they name: the printer's offset and the ICC profile.
 * @returns undefined after reporting what is wrong with them
 */
export function readPrinterOptions(
  { paper, style, impose, printer, profile = 'school', icc, grey = false }: PrintFlags,
  report: Report,
): Omit<BuildOptions, 'fonts' | 'products' | 'keep'> | undefined {
  const tried = report.fork();
  const offset =
    printer === undefined ? undefined : printerNamed(printer, readPrintersFile(process.env), tried);
  const press = readPressProfile({ profile, icc }, tried);
  const isRefused = tried.failed();
  const date = epochDate(tried);
  report.merge(tried);
  if (isRefused) return undefined;
  return {
    ...(paper !== undefined && { paper }),
    ...(style !== undefined && { style }),
    ...(impose !== undefined && { impose }),
    ...(offset && { offset }),
    ...(press && { press }),
    ...(grey && { grey }),
    ...(date && { date }),
  };
}

/** The last second of the year 9999, the last that a PDF can express. */
const LAST_SECOND = Date.UTC(10000, 0) / 1000 - 1;

/** The date for PDFs, if the environment gives one. Reports one that is not a date. */
function epochDate(report: Report): Date | undefined {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  if (epoch === '') return undefined;
  if (/^\d+$/.test(epoch) && Number(epoch) <= LAST_SECOND) return new Date(Number(epoch) * 1000);
  report.add(
    'option-malformed',
    flagPlace('SOURCE_DATE_EPOCH'),
    `“${epoch}” is not a date, written as seconds since 1970 and no later than the year 9999.`,
    'Remove this environment variable, or set it to a whole number such as 1767225600.',
  );
  return undefined;
}
