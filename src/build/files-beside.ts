import { describePages } from '../pages/describe-pages.ts';
import type { Laid } from '../pages/laid.ts';
import type { BuildOptions } from './jobs/build-options.ts';
import type { PackDraft } from './jobs/draft.ts';
import type { LaidDraft } from './jobs/lay-out-pack.ts';

/** A text file, below the output folder. */
interface TextOutput {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Gives the files beside a PDF: the data of a print list and, with `keep`, the result of each stage. */
export function filesBeside(
  { draft, printList }: LaidDraft,
  pages: Laid,
  { keep }: Pick<BuildOptions, 'keep'>,
): TextOutput[] {
  const texts = {
    ...(printList && { json: json(printList) }),
    ...(keep && stages(draft, pages)),
  };
  return Object.entries(texts).map(([extension, text]) => ({
    path: `${draft.name}.${extension}`,
    bytes: new TextEncoder().encode(text),
  }));
}

/** The result of each stage of one file, for finding the stage in which a page went wrong. */
const stages = ({ pack, filled, blocks }: PackDraft, pages: Laid) => ({
  'pack.json': json(pack),
  'filled.md': filled.text,
  'blocks.json': json(blocks),
  'pages.txt': describePages(pages),
});

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
