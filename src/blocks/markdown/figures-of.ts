import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Figure, Inline } from '../block.ts';
import { picturePath } from './picture-path.ts';

/**
 * Turns a paragraph of pictures alone into figures; the title of each, which may hold emphasis, is its caption. Reports
 * pictures without a description.
 * @returns undefined for any other paragraph
 */
export function figuresOf(
  inline: Token,
  at: Place,
  caption: (title: string) => Inline[],
  report: Report,
): Figure[] | undefined {
  const children = (inline.children ?? []).filter(
    (child) => child.type !== 'softbreak' && withoutOriginMarks(child.content).trim() + child.tag !== '',
  );
  if (children.length === 0 || !children.every((child) => child.type === 'image')) return undefined;
  return children.map((child) => {
    const address = withoutOriginMarks(String(child.attrGet('src') ?? ''));
    const alt = withoutOriginMarks(child.content).trim();
    if (alt === '') reportNoAlt(address, at, report);
    const title = String(child.attrGet('title') ?? '').trim();
    return {
      kind: 'figure',
      at,
      picture: picturePath(at.file, address),
      alt: alt || (address.split('/').at(-1) ?? ''),
      ...(withoutOriginMarks(title) !== '' && { caption: caption(title) }),
    };
  });
}

const reportNoAlt = (address: string, at: Place, report: Report) =>
  report.add(
    'alt-missing',
    at,
    `The picture “${address}” has no description.`,
    'Describe what it shows, for readers who cannot see it: ![A ray of light hits a mirror](ray.svg).',
  );
