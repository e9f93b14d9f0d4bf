import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { readPrinters } from '../files/printers/printers.ts';
import { printersFolder, readPrintersFile } from '../files/printers/printers-file.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import type { Run } from '../run.ts';

/** The measured offset of backs, in millimetres; a direction that was not measured is undefined. */
interface Measured {
  readonly right: number | undefined;
  readonly down: number | undefined;
}

const WAYS = ['right', 'down'] as const;

/**
 * Saves what was measured of a printer in the user's configuration. A direction that was not measured stays as it was.
 * @returns the exit code
 */
export function keepMeasured(printer: string, measured: Measured, { report, output, finish }: Run): number {
  const known = readPrinters(readPrintersFile(process.env), report);
  if (!known) return finish();
  const before = ownValue(known, printer);
  const [right, down] = WAYS.map((way) => measured[way] ?? before?.[way] ?? 0) as [number, number];
  const lines = Object.entries({ ...known, [printer]: { right, down } }).map(
    ([name, offset]) => `${name}: { right: ${offset.right}, down: ${offset.down} }\n`,
  );
  const bytes = new TextEncoder().encode(lines.join(''));
  const written = writeFiles(printersFolder(process.env), [{ path: 'printers.yaml', bytes }], report);
  const note = WAYS.filter((way) => measured[way] === undefined)
    .map((way) => (before ? ` (${way} unchanged)` : ` (${way} was not given)`))
    .join('');
  for (const path of written)
    output.say(`Saved for ${printer}: right ${right} mm, down ${down} mm${note}, in ${path}.\n`);
  return finish([], written.length > 0 ? { kept: { printer, right, down } } : {});
}
