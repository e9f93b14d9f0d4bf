import type { Report } from '../../diagnostics/report.ts';
import { ANY_FILE, type Finding } from '../preflight/check.ts';
import { preflight } from '../preflight/preflight.ts';
import { readPdf } from '../reading/read-pdf.ts';
import { contactSheet } from './contact-sheet.ts';
import { openRenderer, type Renderer } from './open-renderer.ts';
import type { ProofFile, ProofFinding } from './proof-file.ts';

/** A PDF to show on a contact sheet. */
export interface ProofInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What a check that knows its purpose found in it. Without them, it is checked as any file. */
  readonly findings?: readonly Finding[];
}

/** The width of pictures of pages, in pixels: 85 per inch for A4. */
const WIDTH = 700;
/** How many pages of a file are shown: a browser has to hold them all. */
const MOST_PAGES = 400;

/** A contact sheet, and how much is on it. */
interface Proof {
  readonly html: string;
  readonly files: number;
  readonly pages: number;
  readonly findings: number;
}

/** Makes a contact sheet of PDFs. Reports those that cannot be read or rendered, and shows the others. */
export async function makeProof(files: readonly ProofInput[], report: Report): Promise<Proof> {
  const renderer = await openRenderer(WIDTH);
  try {
    const shown: ProofFile[] = [];
    for (const file of files) {
      const made = await proofFile(file, renderer, report);
      if (made) shown.push(made);
    }
    return {
      html: contactSheet(shown),
      files: shown.length,
      pages: shown.reduce((sum, { pages }) => sum + pages.length, 0),
      findings: shown.reduce(
        (sum, { findings, pages }) =>
          sum + findings.length + pages.reduce((all, page) => all + page.findings.length, 0),
        0,
      ),
    };
  } finally {
    renderer.close();
  }
}

async function proofFile(
  { path, bytes, findings }: ProofInput,
  renderer: Renderer,
  report: Report,
): Promise<ProofFile | undefined> {
  const pdf = await readPdf(path, bytes, report);
  if (!pdf) return undefined;
  const rendered = await renderer.render(bytes, MOST_PAGES);
  const where = { file: path, line: 1, column: 1 };
  if (!rendered) {
    report.add('pdf-unreadable', where, 'Its pages cannot be shown.', 'Create it again.');
    return undefined;
  }
  if (pdf.pages.length > rendered.length)
    report.add(
      'proof-cut',
      where,
      `It has ${pdf.pages.length} pages; only the first ${rendered.length} are shown.`,
    );
  const found = findings ?? preflight(pdf, ANY_FILE);
  const duplex = String(pdf.metadata.preferences['Duplex'] ?? '');
  const sides =
    duplex === 'DuplexFlipLongEdge'
      ? 'long-edge'
      : duplex === 'DuplexFlipShortEdge'
        ? 'short-edge'
        : undefined;
  return {
    path,
    title: pdf.metadata.info['Title'] ?? path,
    ...(sides && { sides }),
    findings: found.filter(({ page }) => page === undefined || page > rendered.length).map(proofFinding),
    pages: rendered.map(({ picture, width, height }, index) => ({
      width,
      height,
      picture,
      trim: pdf.pages[index]!.boxes.trim ?? { x: 0, y: 0, width, height },
      findings: found.filter(({ page }) => page === index + 1).map(proofFinding),
    })),
  };
}

const proofFinding = ({ severity, message, box }: Finding): ProofFinding => ({
  severity,
  message,
  ...(box && { box }),
});
