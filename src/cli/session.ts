import type { BuildOptions } from '../build/jobs/build-options.ts';
import type { Report } from '../diagnostics/report.ts';
import { createFontBook } from '../pages/fonts/font-book.ts';
import { readFonts } from './files/reading/read-fonts.ts';
import { type Inputs, type PackFlags, type PrintFlags, readInputs, readPrinterOptions } from './inputs.ts';

/** The packs, templates and options of a command that prints packs, with the fonts. */
export interface Session extends Inputs {
  readonly options: BuildOptions;
}

/** Reads what a command needs. @returns undefined, after diagnostics, if its options cannot be followed */
export function openSession(packs: readonly string[], flags: PackFlags, report: Report): Session | undefined {
  const inputs = readInputs(packs, flags, report);
  return inputs && { ...inputs, options: { ...inputs.options, fonts: openFonts() } };
}

/**
 * Gives the options of printing, with the files that they name.
 * @returns undefined after reporting what is wrong with them
 */
export function readPrintOptions(
  flags: PrintFlags,
  report: Report,
): Omit<BuildOptions, 'products' | 'keep'> | undefined {
  const options = readPrinterOptions(flags, report);
  return options && { ...options, fonts: openFonts() };
}

/** Opens the fonts that the program prints with. */
export const openFonts = () => createFontBook(readFonts());
