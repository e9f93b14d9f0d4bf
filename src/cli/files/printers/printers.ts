import * as z from 'zod';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../diagnostics/suggest.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import { checkYaml } from '../../../diagnostics/yaml/check-yaml.ts';
import type { PrinterOffset } from '../../../layout/sheets/printer-offset.ts';

const millimetres = () =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'expected a number of millimetres')
    .transform(Number);

const printersSchema = z.record(z.string(), z.strictObject({ right: millimetres(), down: millimetres() }));

/** Gives the offsets in a printers file, by the printers' names; undefined after reporting that it is malformed. */
export function readPrinters(
  file: { path: string; text: string },
  report: Report,
): Record<string, PrinterOffset> | undefined {
  const at = wholeFile(file.path);
  const checked = checkYaml({ text: file.text, at }, printersSchema, report);
  if (!checked) return undefined;
  return Object.fromEntries(
    Object.entries(checked.value).map(([name, offset]) => [
      name,
      { ...offset, at: ownValue(checked.places, `${name}.right`) ?? at },
    ]),
  );
}

/** Gives the offset of one printer. Reports a name for which nothing was measured. */
export function printerNamed(
  name: string,
  file: { path: string; text: string },
  report: Report,
): PrinterOffset | undefined {
  const printers = readPrinters(file, report);
  const known = printers && ownValue(printers, name);
  if (!printers || known) return known;
  const hint = 'Print a test sheet with `studypack calibrate`, then save your measurements under this name.';
  report.add(
    'printer-unknown',
    wholeFile(file.path),
    `There are no measurements for a printer called “${name}”.`,
    Object.keys(printers).length > 0 ? (suggest(name, Object.keys(printers)) ?? hint) : hint,
  );
  return undefined;
}
