import type { Pack } from './content/entry.ts';
import { KINDS, type PackFile } from './content/read-pack.ts';
import type { Report } from './diagnostics/report.ts';
import { draftJob, type OpenPack, openPack } from './draft-job.ts';
import type { ShapingFontBook } from './fonts/font-book.ts';
import type { PressProfile } from './icc/read-profile.ts';
import { type Draft, layOutDraft } from './lay-out-draft.ts';
import { describePages } from './pages/describe-pages.ts';
import type { Laid } from './pages/laid.ts';
import type { PictureFile } from './pictures/read-pictures.ts';
import type { Finding } from './preflight/check.ts';
import { forPrinting } from './prepress/for-printing.ts';
import { checkPrinted } from './template/check-printed.ts';
import { documentTitle } from './template/plan-jobs.ts';
import type { PrinterOffset } from './template/printers.ts';
import type { TextFile } from './template/product.ts';
import { isReadBack } from './template/readers.ts';
import type { Ticket } from './ticket/ticket.ts';
import { ticketContext } from './ticket/ticket-context.ts';
import { type TicketWishes, ticketOf } from './ticket/ticket-of.ts';

/** A pack's files, and the templates and styles that it is printed with: its own come before ours. */
export interface PackSource {
  readonly id: string;
  readonly folder: string;
  readonly content: readonly PackFile[];
  readonly pictures: readonly PictureFile[];
  /** What was found when its quotations were checked, if that was written down. */
  readonly verdicts?: { readonly path: string; readonly text: string };
  readonly shelf: Shelf;
}

export interface Shelf {
  readonly templates: readonly TextFile[];
  readonly partials: readonly TextFile[];
  readonly styles: readonly TextFile[];
}

export interface BuildOptions extends TicketWishes {
  readonly fonts: ShapingFontBook;
  /** Names of the products to make; none for all. */
  readonly products: readonly string[];
  /** In place of what a product says. */
  readonly paper?: string;
  readonly style?: string;
  /** What was measured of the printer, for backs. */
  readonly offset?: PrinterOffset;
  /** The name of a way to put pages on sheets, in place of what a product says. */
  readonly impose?: string;
  /** The press that it is printed on, if it is not a school's copier. */
  readonly press?: PressProfile;
  /** The date that PDFs carry, in place of the pack's. */
  readonly date?: Date;
  /** Whether to return every stage beside each PDF. */
  readonly keep: boolean;
  /** Told what was found in each finished PDF, which is then read back; without it none is. */
  readonly onPreflight?: (path: string, pages: number, findings: readonly Finding[]) => void;
  /** Told of each PDF that is done: how many of how many, and its name. */
  readonly onProgress?: (done: number, of: number, name: string) => void;
}

/** A file to write, below the output folder. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** How many pages, for a PDF. */
  readonly pages?: number;
}

/**
 * Everything that is printed of some packs: files → Pack → Markdown → blocks → pages → sheets → PDF → files.
 * @returns files below the output folder; none if anything was wrong, all of which is in the report
 */
export async function build(
  packs: readonly PackSource[],
  shelf: Shelf,
  options: BuildOptions,
  report: Report,
): Promise<BuiltFile[]> {
  const laid = layOutAll(packs, shelf, options, report);
  if (report.failed()) return [];
  // Imported here, so that `check` does not wait for PDFKit.
  const { paint } = await import('./pdf/paint.ts');
  const files: BuiltFile[] = [];
  const finish = forPrinting(options);
  const isRead = options.onPreflight !== undefined || laid.some(({ draft }) => isReadBack(draft.job));
  const partials = [...packs.map((source) => source.shelf), shelf].flatMap((own) => own.partials);
  const reader = isRead ? (await import('./read-back.ts')).openReader(partials, report) : undefined;
  for (const { draft, pages: drafted, ticket } of laid) {
    const pages = await finish(drafted, report);
    const { pack, job } = draft;
    const info = documentInfo(pack, documentTitle(pack, job), options);
    const path = `${job.name}.pdf`;
    const bytes = paint(pages, options.fonts, info);
    files.push({ path, bytes, pages: pages.pages.length });
    const read =
      reader && (options.onPreflight || isReadBack(job)) ? await reader.read(draft, bytes) : undefined;
    if (read && options.onPreflight) {
      const { preflightDraft } = await import('./preflight-draft.ts');
      options.onPreflight(path, pages.pages.length, preflightDraft(draft, pages, read, options, report));
    }
    if (ticket) files.push({ path: `${job.name}.json`, bytes: new TextEncoder().encode(json(ticket)) });
    options.onProgress?.(files.filter((file) => file.pages !== undefined).length, laid.length, job.name);
    if (options.keep) files.push(...stages(draft, pages));
  }
  reader?.compare();
  return report.failed() ? [] : files;
}

/** What a PDF says of itself. */
export function documentInfo(
  pack: Pack,
  title: string,
  { date: wanted, press }: Pick<BuildOptions, 'date' | 'press'>,
) {
  const { author, lang, date } = pack.about.fields as { author?: string; lang: string; date: string };
  return {
    title,
    ...(author && { author }),
    lang,
    date: wanted ?? new Date(`${date}T00:00:00Z`),
    ...(press && { press }),
  };
}

/** A file that is laid out; for a print ticket also what it says. */
export interface LaidDraft {
  readonly draft: Draft;
  readonly pages: Laid;
  readonly ticket?: Ticket;
}

/** The same up to the pages, with every check on the way: what `check` does. Print tickets come last. */
export function layOutAll(
  packs: readonly PackSource[],
  shelf: Shelf,
  options: BuildOptions,
  report: Report,
): LaidDraft[] {
  const drafted = packs.map((source) => draftPack(source, shelf, options, report));
  if (report.failed()) return [];
  const laid = drafted.map(({ drafts }) =>
    drafts.map((draft): LaidDraft => ({ draft, pages: layOutDraft(draft, options, report) })),
  );
  const tickets = drafted.flatMap(({ open }, pack) => layOutTickets(open, laid[pack]!, options, report));
  // What was laid out only for a ticket to tell of is not printed.
  const isWanted = ({ draft }: LaidDraft) =>
    options.products.length === 0 || options.products.includes(draft.job.product.name);
  return [...laid.flat(), ...tickets].filter(isWanted);
}

function draftPack(
  source: PackSource,
  shelf: Shelf,
  options: BuildOptions,
  report: Report,
): { open: OpenPack | undefined; drafts: readonly Draft[] } {
  const open = openPack(source, shelf, options.products, report);
  if (!open) return { open, drafts: [] };
  const jobs = open.jobs.filter(({ product }) => !product.settings.ticket);
  const drafted = jobs.flatMap((job) => draftJob(open, job, options, report) ?? []);
  // Only all products together can tell what none of them prints.
  if (options.products.length === 0 && !report.failed())
    checkPrinted(
      open.pack,
      KINDS,
      drafted.map(({ filled }) => filled.origins),
      report,
    );
  // A product that finds nothing of its kind in a pack prints nothing.
  return { open, drafts: drafted.filter(({ blocks }) => blocks.length > 0) };
}

/** The print tickets of a pack, on sheets of their own, whatever is done with the files that they tell of. */
function layOutTickets(
  open: OpenPack | undefined,
  laid: readonly LaidDraft[],
  { impose: _, ...options }: BuildOptions,
  report: Report,
): LaidDraft[] {
  const jobs = open?.jobs.filter(({ product }) => product.settings.ticket) ?? [];
  if (!open || jobs.length === 0 || laid.length === 0) return [];
  const printed = laid.map(({ draft, pages }) => ({ job: draft.job, laid: pages }));
  const ticket = ticketOf(open.pack, printed, options, report);
  return jobs.flatMap((job): LaidDraft[] => {
    const draft = draftJob(open, job, { ...options, more: { ticket: ticketContext(ticket) } }, report);
    return draft && draft.blocks.length > 0
      ? [{ draft, ticket, pages: layOutDraft(draft, options, report) }]
      : [];
  });
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Every stage of one file as a file of its own, for whoever wants to see where a page went wrong. */
function stages({ pack, job, filled, blocks }: Draft, pages: Laid): BuiltFile[] {
  const texts = {
    'pack.json': json(pack),
    'filled.md': filled.text,
    'blocks.json': json(blocks),
    'pages.txt': describePages(pages),
  };
  return Object.entries(texts).map(([name, text]) => ({
    path: `${job.name}.${name}`,
    bytes: new TextEncoder().encode(text),
  }));
}
