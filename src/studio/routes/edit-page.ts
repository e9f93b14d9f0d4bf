import { createReport } from '../../diagnostics/report.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { catalogueOf, fileTitle } from '../live/catalogue-of.ts';
import { fileShowing } from '../live/file-showing.ts';
import { formOfText } from '../live/form-of-text.ts';
import { liveState } from '../live/live-state.ts';
import type { LivePack } from '../live/open-workspace.ts';
import { readPrintChoices } from '../live/print-choices.ts';
import { jobNamed } from '../live/print-job.ts';
import { textsIn, textsOf } from '../live/texts-of.ts';
import { productScreen } from '../screens/product-screen.ts';
import { WRITINGS } from '../screens/studio-addresses.ts';
import type { StudioPage } from '../screens/studio-page.ts';
import type { Studio } from './studio-env.ts';

/** The products of which a class may get named copies. */
const WITH_NAMES = ['exam-paper', 'worksheet'];

/** The page of a file beside its text, or of a text alone. @returns undefined if there is no such file or text */
export async function editPage(
  studio: Studio,
  pack: LivePack,
  query: Readonly<Record<string, string>>,
): Promise<StudioPage | undefined> {
  const { text: asked } = query;
  const source = pack.read()!.source;
  const choices = readPrintChoices(query);
  const open = pack.open().open ?? pack.lastOpen();
  const line = wholeNumber(query['line']);
  const { fonts, templates } = studio.workspace.disk;
  const path = source.content.find((one) => one.name === asked)?.path;
  const shown = open && path !== undefined ? () => fileShowing(open, path, line, fonts) : () => undefined;
  const file = query['file'] ?? shown();
  const live = await liveState(studio, pack, file, choices);
  const job = file !== undefined && open ? jobNamed(open, file) : undefined;
  if (file !== undefined && open && !job) return undefined;
  const all = textsOf(source, open);
  const { printed, problems } = live;
  const onPages = printed ? textsIn(source, printed.draft.filled.origins, job?.entry?.at.file) : [];
  const name = asked ?? onPages[0] ?? problems.find((one) => one.file)?.file ?? 'pack.md';
  const text = all.find((one) => one.name === name);
  const opened = text && pack.drafts.open(name);
  if (!text || !opened) return undefined;
  studio.preferred.writing = WRITINGS.find((one) => one === query['as']) ?? studio.preferred.writing;
  const entry = wholeNumber(query['entry']);
  const place = { ...(line !== undefined && { line }), ...(entry !== undefined && { entry }) };
  const product =
    job && open && catalogueOf(open, fonts).products.find((one) => one.name === job.product.name);
  const styles = open?.styles ?? readStyles(templates.styles, createReport());
  return productScreen({
    ...live,
    pack: { id: pack.id, title: open?.pack.about.name ?? pack.id },
    file: job && open && { name: job.name, title: fileTitle(job, open), product: job.product.settings.title },
    files: product?.files ?? [],
    choices,
    styles: [...styles].map(([style, { name: title }]) => ({ name: style, title })),
    texts: onPages.flatMap((one) => all.find((other) => other.name === one) ?? []),
    exam: job && WITH_NAMES.includes(job.product.name) ? job.entry?.id : undefined,
    isPrintList: job?.product.settings['print-list'] === true,
    writing: studio.preferred.writing,
    forms: formOfText(name, opened.text, place, open),
    canUndo: pack.drafts.canUndo(name),
    others: all.filter((one) => !onPages.includes(one.name)),
    text: { ...text, ...opened, ...(line !== undefined && { line }) },
  });
}

const wholeNumber = (written: string | undefined): number | undefined =>
  written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : undefined;
