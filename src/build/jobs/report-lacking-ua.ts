import type { Block } from '../../blocks/block.ts';
import { figuresIn } from '../../blocks/figures-in.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { describesNothing } from '../../pages/describes-nothing.ts';
import type { StructureNode } from '../../pages/laid.ts';

/**
 * Says whether a Markdown file lacks something that PDF/UA requires and layout can't mend: a heading, or descriptions of its
 * pictures. It is reported once for a file, with the first place.
 * @param path the file, for what has no place of its own
 */
export function reportLackingUa(
  blocks: readonly Block[],
  structure: StructureNode,
  path: string,
  report: Report,
): boolean {
  const nodes = nodesIn(structure);
  const idle = nodes.filter(({ role, alt }) => role === 'Figure' && describesNothing(alt ?? ''));
  const first = figuresIn(blocks).find(({ alt }) => describesNothing(alt));
  const hasHeadings = nodes.some(({ role }) => /^H[1-6]$/.test(role));
  const reasons = [
    ...(hasHeadings ? [] : ['the file has no heading']),
    ...(idle.length === 0
      ? []
      : [`the description “${idle[0]!.alt ?? ''}” says nothing about its picture${others(idle.length - 1)}`]),
  ];
  if (reasons.length === 0) return false;
  report.add(
    'ua-not-declared',
    (idle.length > 0 ? first?.at : undefined) ?? wholeFile(path),
    `The PDF does not declare PDF/UA-1: ${reasons.join(', and ')}.`,
    [
      ...(hasHeadings ? [] : ['Begin the file with a heading: # Light and shadow']),
      ...(idle.length > 0
        ? ['Describe what each picture shows: ![A ray of light hits a mirror](ray.svg)']
        : []),
    ].join(' '),
  );
  return true;
}

const others = (count: number) =>
  count === 0 ? '' : ` (nor ${count === 1 ? 'does one other' : `do ${count} others`})`;

const nodesIn = (node: StructureNode): StructureNode[] => [
  node,
  ...node.children.flatMap((child) => ('role' in child ? nodesIn(child) : [])),
];
