import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Block } from '../block.ts';
import { headingsIn } from '../check-headings.ts';
import { anchorOf, headingNames } from '../heading-names.ts';
import type { TextRun } from '../text-run.ts';

/**
 * Reports links to headings that the document does not have. Capitals do not matter, as in most programs that show Markdown.
 * @returns the blocks with these links as plain text
 */
export function resolveAnchors(blocks: readonly Block[], report: Report): Block[] {
  const names = [...headingNames(headingsIn(blocks)).keys()];
  const known = new Set(names);
  const anyCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  let changed = false;
  const check = (value: unknown, at: Place | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item) => check(item, at));
    if (typeof value !== 'object' || value === null) return value;
    const here = (value as { at?: Place }).at ?? at;
    const name = isRun(value) && value.link !== undefined ? anchorOf(value.link) : undefined;
    if (isRun(value) && name !== undefined && !known.has(name)) {
      changed = true;
      const meant = anyCase.get(name.toLowerCase());
      if (meant !== undefined) return { ...value, link: `#${encodeURIComponent(meant)}` };
      if (here)
        report.add(
          'anchor-unknown',
          here,
          `There is no heading “#${name}” in this document to link to.`,
          suggest(name, names) ?? 'To link to a heading “Key moments”, write #key-moments.',
          `(#${name}`,
          { kind: 'anchor', subject: `“#${name}”` },
        );
      const { link: _, ...rest } = value;
      return rest;
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === 'at' ? item : check(item, here)]),
    );
  };
  const checked = check(blocks, undefined) as Block[];
  return changed ? checked : [...blocks];
}

/** Whether it is something with a link, such as text or a picture. */
const isRun = (value: object): value is Pick<TextRun, 'link'> =>
  typeof (value as { link?: unknown }).link === 'string';
