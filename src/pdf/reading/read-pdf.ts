import type { Report } from '../../diagnostics/report.ts';
import { contentMemory } from '../content/content-memory.ts';
import type { ContentReader } from '../content/content-state.ts';
import { type FontReader, type ReadFont, readFont } from '../content/fonts/read-font.ts';
import type { PDFDict } from '../content/syntax/pdf-objects.ts';
import { openPdf } from './open-pdf.ts';
import { readLabels } from './read-labels.ts';
import { type ReadBookmark, readBookmarks, readNames } from './read-links.ts';
import { type ReadMetadata, readMetadata } from './read-metadata.ts';
import { annotationPlaces, findPages, measurePage, type ReadPage, readPage } from './read-pages.ts';
import { type ReadStructure, readStructure } from './read-structure.ts';

/**
 * A PDF read back, as plain data: what is on its pages and what it says about itself. The library that reads it has no
 * part in making it. Lengths are points from the top left of a page. `text-of.ts` gives its text.
 */
export interface ReadPdf {
  /** The version of PDF: `1.7`. */
  readonly version: string;
  readonly pages: readonly ReadPage[];
  /** The page numbers that a viewer shows. */
  readonly labels: readonly string[];
  readonly fonts: readonly ReadFont[];
  /** Undefined where nothing is tagged. */
  readonly structure?: ReadStructure;
  readonly bookmarks: readonly ReadBookmark[];
  readonly metadata: ReadMetadata;
  /**
   * What is broken in the file as a whole, as sentences without an end. Pages and structure have their own problems.
   */
  readonly problems: readonly string[];
}

export { LARGEST_PDF } from './open-pdf.ts';

/** How many bytes of operators are run in a whole file: a page of text has 50,000. */
const MOST_CONTENT = 400 * 1024 * 1024;
/** How many marks are kept of a whole file. */
const MOST_MARKS = 3_000_000;

/**
 * Reads a finished PDF, ours or any other. Nothing in it is trusted: sizes, depths and counts are bounded, and loops
 * are cut and reported as problems.
 * @param path what to call it in the report
 * @returns undefined after reporting (`pdf-unreadable`) that it is not a PDF, cut off, locked or broken
 */
export async function readPdf(path: string, bytes: Uint8Array, report: Report): Promise<ReadPdf | undefined> {
  const opened = await openPdf(path, bytes, report);
  if (!opened) return undefined;
  const { context, catalog, info, version } = opened;
  const refuse = (message: string) =>
    report.add(
      'pdf-unreadable',
      { file: path, line: 1, column: 1 },
      message,
      'Create it again, or repair it.',
    );
  try {
    const found = findPages(catalog);
    if (found.pages.length === 0) {
      refuse('The file has no pages.');
      return undefined;
    }
    const measures = found.pages.map(measurePage);
    const places = {
      pages: new Map(
        found.pages.flatMap(({ ref }, index) => (ref === undefined ? [] : [[ref, index] as const])),
      ),
      annotations: annotationPlaces(found.pages),
    };
    const destinations = {
      context,
      pages: places.pages,
      matrices: measures.map(({ matrix }) => matrix),
      named: readNames(context, catalog),
    };
    const { reader, fonts } = fontsOnce();
    const problems = [...found.problems, ...crossReferences(bytes)];
    let marks = 0;
    const pages = found.pages.map((page, index) => {
      // Beyond the bound, pages keep only their measures.
      const read = readPage(page, measures[index]!, reader, destinations, marks < MOST_MARKS);
      marks += read.marks.length;
      return read;
    });
    if (marks >= MOST_MARKS) problems.push(`it has more than ${MOST_MARKS} marks; the rest were not read`);
    const structure = readStructure(context, catalog, places);
    return {
      version,
      pages,
      labels: readLabels(catalog, pages.length),
      fonts,
      ...(structure && { structure }),
      bookmarks: readBookmarks(catalog, destinations, problems),
      metadata: readMetadata(context, catalog, info),
      problems,
    };
  } catch (error) {
    // The library throws many kinds of error, and all of them mean that the file is broken.
    refuse(
      `The file is damaged: ${error instanceof RangeError ? 'its objects are nested endlessly' : 'its objects contradict one another'}.`,
    );
    return undefined;
  }
}

/** Gives a reader that reads each font once. */
function fontsOnce(): { reader: ContentReader; fonts: ReadFont[] } {
  const fonts: ReadFont[] = [];
  let left = MOST_CONTENT;
  const known = new Map<PDFDict, { reader: FontReader; index: number }>();
  return {
    fonts,
    reader: {
      contentOf: contentMemory(),
      spend(bytes) {
        left -= bytes;
        return left >= 0;
      },
      fontFor(dict) {
        let entry = known.get(dict);
        if (!entry) {
          const reader = readFont(dict);
          entry = { reader, index: fonts.push(reader.font) - 1 };
          known.set(dict, entry);
        }
        return entry;
      },
    },
  };
}

/** Checks that the table of objects is where the last lines of the file say. @returns problems */
function crossReferences(bytes: Uint8Array): string[] {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const last = latin.subarray(-2048).toString('latin1');
  const at = Number(/startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/.exec(last)?.[1] ?? Number.NaN);
  const there = Number.isNaN(at) ? '' : latin.subarray(at, at + 32).toString('latin1');
  if (/^\s*\d+\s+\d+\s+obj/.test(there)) return [];
  if (!/^\s*xref/.test(there))
    return ['the table of its objects is not where the file says, so viewers have to guess'];
  return [];
}
