import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Block, TextRun } from '../block.ts';
import { headingsIn } from '../check-headings.ts';
import { anchorOf, headingNames } from '../heading-names.ts';

/** Reports links to headings that the document does not have. @returns the blocks with these links as plain text */
export function resolveAnchors(blocks: readonly Block[], report: Report): Block[] {
  const names = [...headingNames(headingsIn(blocks)).keys()];
  let unknown = false;
  const check = (value: unknown, at: Place | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => check(item, at));
    if (typeof value !== 'object' || value === null) return value;
    const here = (value as { at?: Place }).at ?? at;
    const name = isRun(value) && value.link !== undefined ? anchorOf(value.link) : undefined;
    if (isRun(value) && name !== undefined && !names.includes(name)) {
      unknown = true;
      if (here)
        report.add(
          'anchor-unknown',
          here,
          `There is no heading “#${name}” in this document to link to.`,
          suggest(name, names) ?? 'To link to a heading “Key moments”, write #key-moments.',
          `(#${name}`,
        );
      const { link: _, ...rest } = value;
      return rest;
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === 'at' ? item : check(item, here)]),
    );
  };
  const checked = check(blocks, undefined) as Block[];
  return unknown ? checked : [...blocks];
}

/** Whether it is something with a link, such as text or a picture. */
const isRun = (value: object): value is Pick<TextRun, 'link'> =>
  typeof (value as { link?: unknown }).link === 'string';
