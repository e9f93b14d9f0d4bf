import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { EntryOf, Pack } from '../entries/entry.ts';
import { VERDICTS, type Verdict } from './judge-quotation.ts';

/** The name of the verdict file in a pack's folder. */
export const VERDICT_FILE = 'verdicts.json';

/** What is kept of verdicts: none of the source's words. */
const verdictFileSchema = z.object({
  format: z.literal('studypack-verdicts'),
  version: z.literal(1),
  /** The name of the text. */
  source: z.string(),
  verdicts: z.record(
    z.string(),
    z.strictObject({
      /** A hash of the quotation as it was then: its words, speaker, chapter and provenance. */
      fingerprint: z.string(),
      verdict: z.enum(VERDICTS),
      speaker: z.enum(['confirmed', 'contradicted', 'not checkable']),
      chapter: z.string().optional(),
      paragraph: z.int().optional(),
    }),
  ),
});
type VerdictFile = z.output<typeof verdictFileSchema>;

/** What is known about a quotation now. */
interface VerdictCheck {
  readonly state: 'checked' | 'changed' | 'not checked';
  readonly verdict?: Verdict['verdict'];
  readonly speaker?: Verdict['speaker']['verdict'];
  readonly chapter?: string;
  readonly paragraph?: number;
}

interface QuotationChecks {
  readonly source: string;
  /** By the id of the quotation. */
  readonly quotations: Readonly<Record<string, VerdictCheck>>;
}

/** Gives the text of a verdict file. The same verdicts give the same bytes. */
export function writeVerdicts(pack: Pack, verdicts: readonly Verdict[], source: string): string {
  const entries = new Map(pack.entries.quotations.map((entry) => [entry.id, entry]));
  const file: VerdictFile = {
    format: 'studypack-verdicts',
    version: 1,
    source,
    verdicts: Object.fromEntries(
      verdicts.map(({ id, verdict, speaker, places }) => {
        const isPlaced = places.length === 1 && verdict !== 'verified, place not checked';
        const only = isPlaced ? places[0]! : undefined;
        const place = only && {
          chapter: only.chapter,
          ...(only.paragraph !== undefined && { paragraph: only.paragraph }),
        };
        return [
          id,
          { fingerprint: fingerprint(entries.get(id)!), verdict, speaker: speaker.verdict, ...place },
        ];
      }),
    ),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads what a pack's verdict file says about its quotations. Warns about those that have changed since, and those that
 * were found wrong and have not changed.
 * @param file undefined if the pack has none: then nothing is known and nothing is reported
 */
export function readVerdicts(
  file: { path: string; text: string } | undefined,
  pack: Pack,
  report: Report,
): QuotationChecks | undefined {
  if (!file) return undefined;
  const parsed = parseVerdictFile(file.text);
  if (!parsed) {
    report.add(
      'verdicts-broken',
      { file: file.path, line: 1, column: 1 },
      'This verdict file cannot be read.',
      'Delete it, or write it again with “studypack verify PACK --source BOOK --write”.',
    );
    return undefined;
  }
  const { source, verdicts } = parsed;
  const check = (entry: EntryOf<'quotations'>): VerdictCheck => {
    const known = ownValue(verdicts, entry.id);
    if (!known) return { state: 'not checked' };
    const { fingerprint: then, ...rest } = known;
    if (then !== fingerprint(entry)) {
      const message = 'This quotation has changed since it was checked.';
      report.add(
        'verdict-outdated',
        entry.at,
        message,
        `Check it again: studypack verify ${pack.id} --source BOOK --write`,
      );
      return { state: 'changed' };
    }
    const problem = problemOf(rest);
    if (problem)
      report.add(
        'verdict-bad',
        entry.at,
        `When this quotation was checked against ${source}, ${problem}.`,
        HINT,
      );
    return { state: 'checked', ...rest } as VerdictCheck;
  };
  const quotations = Object.fromEntries(pack.entries.quotations.map((entry) => [entry.id, check(entry)]));
  return { source, quotations };
}

const HINT = 'Correct it, then check it again.';

function problemOf({ verdict, speaker }: { verdict: string; speaker: string }): string | undefined {
  if (verdict === 'altered') return 'the book had different words';
  if (verdict === 'absent') return 'its words were not found';
  if (verdict === 'elsewhere') return 'its words were in another chapter';
  return speaker === 'contradicted' ? 'somebody else said the words' : undefined;
}

function parseVerdictFile(text: string): VerdictFile | undefined {
  try {
    return verdictFileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Hashes everything about a quotation that its verdict depends on. */
function fingerprint({ body, fields }: EntryOf<'quotations'>): string {
  const { speaker, chapter = '', provenance } = fields;
  const text = body.text.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
  return createHash('sha256')
    .update(JSON.stringify([text, speaker, chapter, provenance]))
    .digest('hex')
    .slice(0, 16);
}
