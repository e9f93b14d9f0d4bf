import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { type ExportedFile, exportPack } from '../../build/exporting/export-pack.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { flagPlace } from '../../diagnostics/flag-place.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { FORMATS_OUT } from '../../exchange/formats-out.ts';
import type { FormatOut } from '../../exchange/out/format-out.ts';
import { command } from '../command.ts';
import { refuseExisting } from '../files/writing/refuse-existing.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { switchFlag, textFlag } from '../flags.ts';
import { cannotStart, withOnly } from '../inputs.ts';
import { onlyFlag, PRODUCT_FLAGS } from '../print-flags.ts';
import { openSession } from '../session.ts';
import { WrongUsage } from '../usage.ts';

const { paper, style } = PRODUCT_FLAGS;

/** `studypack export`: writes the questions, words, text or a product of a pack in the format of another program. */
export const exportCommand = command({
  arguments: '<format> <pack>',
  note: `Formats: ${namesOf()}.`,
  flags: z.object({
    product: textFlag({
      value: 'name',
      help: 'Product to export, for formats that export one (see `studypack list`)',
    }).optional(),
    only: onlyFlag,
    paper,
    style,
    out: textFlag({
      value: 'path',
      short: 'o',
      help: 'File to write, or folder to write into',
    }).default('output'),
    replace: switchFlag('Replace files that are there already'),
  }),
  examples: [
    'export moodle never-let-me-go',
    'export apkg never-let-me-go -o words.apkg',
    'export word never-let-me-go --product handout',
  ],
  async run({ format, pack }, { product, only, out, replace, ...flags }, { report, output, finish }) {
    const formats = formatsNamed(format);
    const asked = productFor(formats, product);
    if (only.length > 0 && asked === undefined)
      throw new WrongUsage(`“${format}” exports a whole pack, so --only has no effect.`);
    const products = asked === undefined ? [] : [asked];
    const opened = openSession([pack], { ...flags, only, product: products }, report);
    const session = opened && !cannotStart(opened, report) ? await withOnly(opened, report) : undefined;
    const [source] = session?.packs ?? [];
    if (!session || !source || report.failed()) return finish();
    const files = await exportPack(source, session.templates, formats, session.options, report);
    const { folder, placed } = placeFiles(files, out, report);
    if (!replace) refuseExisting(folder, placed, report);
    if (report.failed()) return finish();
    const written = writeFiles(folder, placed, report);
    for (const [index, path] of written.entries()) output.say(`${path}${inWords(files[index]!)}\n`);
    return finish([], {
      exported: files.map(({ losses }, index) => ({ path: written[index] ?? null, losses })),
    });
  },
});

/** The names of formats, each once. */
function namesOf(): string {
  return [...new Set(FORMATS_OUT.map(({ name }) => name))].join(', ');
}

/** @throws WrongUsage if there is none of that name */
function formatsNamed(name: string): FormatOut[] {
  const found = FORMATS_OUT.filter((format) => format.name === name.toLowerCase());
  if (found.length > 0) return found;
  throw new WrongUsage(
    [
      `There is no format “${name}” to export.`,
      suggest(name, namesOf().split(', ')) ?? `Formats: ${namesOf()}.`,
    ].join('\n'),
  );
}

/** The product to export in formats: the one that is named, or else the usual one. @throws WrongUsage if it does not fit */
function productFor(formats: readonly FormatOut[], product: string | undefined): string | undefined {
  const [first] = formats;
  const ofProduct = formats.find((format) => format.exports === 'product');
  if (!ofProduct && product !== undefined)
    throw new WrongUsage(
      `“${first?.name}” exports the ${first?.exports} of a whole pack, so it takes no --product.`,
    );
  if (ofProduct && product === undefined && ofProduct.usual === undefined)
    throw new WrongUsage(
      `Say which product to export: studypack export ${ofProduct.name} <pack> --product handout\nTo see all products, run \`studypack list\`.`,
    );
  return ofProduct && (product ?? ofProduct.usual);
}

/** Gives files their places: below a folder or, if its name ends as the only one’s does, in the file of that name. */
function placeFiles(
  files: readonly ExportedFile[],
  out: string,
  report: Report,
): { readonly folder: string; readonly placed: readonly { path: string; bytes: Uint8Array }[] } {
  const extensionOf = (path: string) => /\.[a-z]+$/i.exec(basename(path))?.[0].toLowerCase();
  const [only, ...more] = files;
  const isFile = files.some(({ path }) => extensionOf(path) === extensionOf(out));
  if (only && isFile && more.length === 0)
    return { folder: dirname(out), placed: [{ path: basename(out), bytes: only.bytes }] };
  if (isFile)
    report.add(
      'export-refused',
      flagPlace('--out'),
      `This makes ${countInWords(files.length, 'file')}, which cannot all be “${out}”.`,
      `Give the name of a folder, such as -o ${dirname(out)}${more.length > 0 ? ', or choose one entry with --only' : ''}.`,
    );
  return { folder: out, placed: files };
}

/** How much is in a file, and whether something was lost, for people. */
function inWords({ count, title, losses }: ExportedFile): string {
  const lost = losses.length === 0 ? 'nothing was lost' : 'what was lost is listed below';
  return `: ${title}${count === undefined ? '' : `, ${count}`}; ${lost}.`;
}
