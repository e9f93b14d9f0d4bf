import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { createReport } from '../../diagnostics/report.ts';
import { SCALE_REACH } from '../../layout/sheets/calibration-sheet.ts';
import { readPrinters } from '../files/printers.ts';
import { printersFolder, readPrintersFile } from '../files/printers-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';

const WAYS = ['right', 'down'] as const;
const EXAMPLE = 'studypack calibrate --printer office --right=1.5 --down=-0.5';

/**
 * Keeps what was measured of a printer, in the user's configuration. Of `--right` and `--down`, one that is not given
 * stays as it was.
 * @returns the exit code
 */
export function keepMeasured(name: string, flags: Record<string, unknown>): number {
  const wrong = wrongMeasures(name, flags);
  if (wrong.length > 0) {
    process.stderr.write(`${wrong.join('\n')}\n`);
    return 2;
  }
  const output = outputOf(flags);
  const report = createReport(fileText);
  const known = readPrinters(readPrintersFile(process.env), report);
  if (!known) return finish(report, output);
  const before = ownValue(known, name);
  const [right, down] = WAYS.map((way) => Number(flags[way] ?? before?.[way] ?? 0)) as [number, number];
  const lines = Object.entries({ ...known, [name]: { right, down } }).map(
    ([printer, offset]) => `${printer}: { right: ${offset.right}, down: ${offset.down} }\n`,
  );
  const bytes = new TextEncoder().encode(lines.join(''));
  const written = writeFiles(printersFolder(process.env), [{ path: 'printers.yaml', bytes }], report);
  const stayed = WAYS.filter((way) => flags[way] === undefined);
  const note = stayed.map((way) => (before ? ` (${way} as it was)` : ` (${way} was not given)`)).join('');
  if (!output.quiet && !output.json)
    for (const path of written)
      process.stdout.write(`Kept for ${name}: right ${right} mm, down ${down} mm${note}, in ${path}.\n`);
  const kept = { printer: name, right, down };
  return finish(report, output, [], written.length > 0 ? { kept } : {});
}

/** What is wrong with a printer's name and with what was measured, a line each. */
function wrongMeasures(name: string, flags: Record<string, unknown>): string[] {
  const given = WAYS.filter((way) => flags[way] !== undefined);
  const lines = given.flatMap((way) => {
    const written = String(flags[way]);
    if (!/^-?\d+(\.\d+)?$/.test(written)) return [`--${way}=${written} is no number of millimetres.`];
    if (Math.abs(Number(written)) > SCALE_REACH)
      return [
        `--${way}=${written} is more than the ${SCALE_REACH} mm of the test sheet’s scale. Measure again, in ` +
          'millimetres; a printer that is so far off has a tray to be set right.',
      ];
    return [];
  });
  if (!/^[a-z0-9-]+$/.test(name))
    lines.unshift(`“${name}” is no name for a printer: small letters, digits and hyphens make one.`);
  if (given.length === 0) lines.push('Say what was measured, with --right, --down or both.');
  return lines.length > 0 ? [...lines, `Write it like this: ${EXAMPLE}`] : [];
}
