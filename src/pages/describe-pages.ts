import type { Laid, Slot, StructureNode } from './laid.ts';
import type { Box, Colour, Mark, ShapeMark, StructureRef } from './page.ts';

/**
 * Describes pages as text, for goldens and for people: one line per mark, rounded to a tenth of a point; then the
 * structure, the outline and the destinations. Two Laids with the same description look the same in print.
 */
export function describePages(laid: Laid): string {
  const lines: string[] = laid.sides ? [`printed ${laid.sides}`] : [];
  laid.pages.forEach((page, index) => {
    lines.push(`page ${index + 1} “${page.label}” ${number(page.width)} × ${number(page.height)}`);
    if (boxText(page.boxes.trim) !== boxText({ x: 0, y: 0, width: page.width, height: page.height }))
      lines.push(`  trim ${boxText(page.boxes.trim)}`);
    for (const mark of page.marks) describeMark(mark, '  ', lines);
  });
  lines.push('structure');
  describeNode(laid.structure, '  ', lines);
  if (laid.outline.length > 0) lines.push('outline');
  for (const item of laid.outline)
    lines.push(`${'  '.repeat(item.level)}${item.title} · page ${item.page + 1}`);
  const destinations = Object.entries(laid.destinations).sort(([one], [other]) => (one < other ? -1 : 1));
  if (destinations.length > 0) lines.push('destinations');
  for (const [name, { page, y }] of destinations) lines.push(`  ${name} · page ${page + 1} at ${number(y)}`);
  for (const image of laid.images) lines.push(`image ${image.name} ${image.format} ${image.data.length}`);
  return `${lines.join('\n')}\n`;
}

function describeMark(mark: Mark, indent: string, lines: string[]): void {
  switch (mark.kind) {
    case 'text': {
      const spacing = `${mark.wordSpace ? ` word ${number(mark.wordSpace)}` : ''}${mark.letterSpace ? ` letter ${number(mark.letterSpace)}` : ''}`;
      lines.push(
        `${indent}${number(mark.x)},${number(mark.y)} ${mark.face} ${number(mark.size)}${colourText(mark.colour)}${spacing} ${structureRefText(mark.structureRef)} “${mark.text}”`,
      );
      return;
    }
    case 'shape': {
      const outline =
        'box' in mark.outline
          ? `box ${boxText(mark.outline.box)}`
          : `path ${mark.outline.path.map((step) => step.map((part) => (typeof part === 'number' ? number(part) : part)).join(' ')).join(' ')}`;
      const fill = mark.fill === undefined ? '' : ` fill${colourText(mark.fill) || ' black'}`;
      const stroke =
        mark.stroke === undefined
          ? ''
          : ` stroke ${number(mark.stroke.width)}${colourText(mark.stroke.colour)}${strokeText(mark.stroke)}`;
      const rule = mark.evenOdd ? ' even-odd' : '';
      lines.push(`${indent}${outline}${fill}${rule}${stroke} ${structureRefText(mark.structureRef)}`);
      return;
    }
    case 'image':
      lines.push(`${indent}image ${mark.image} ${boxText(mark.box)} ${structureRefText(mark.structureRef)}`);
      return;
    case 'link':
      lines.push(
        `${indent}link ${boxText(mark.box)} → ${'url' in mark.target ? mark.target.url : `#${mark.target.destination}`}`,
      );
      return;
    case 'group':
      lines.push(
        `${indent}${mark.role} at ${number(mark.x)},${number(mark.y)}${mark.turn ? ` turned ${mark.turn}` : ''}${mark.scale === 1 ? '' : ` scaled ${mark.scale}`}${mark.matrix ? ` mapped ${mark.matrix.map((part) => Math.round(part * 1000) / 1000).join(' ')}` : ''}${mark.figure === undefined ? '' : ` figure ${boxText(mark.clip!)}`}`,
      );
      for (const inner of mark.marks) describeMark(inner, `${indent}  `, lines);
  }
}

function describeNode(node: StructureNode, indent: string, lines: string[]): void {
  const extra = [
    node.alt && `“${node.alt}”`,
    node.actualText && `“${node.actualText}”`,
    node.numbering,
    node.scope,
  ]
    .filter(Boolean)
    .join(' ');
  const slots = node.children.filter((child): child is Slot => 'slot' in child);
  const shown = slots.length > 0 ? ` ${slots.map((child) => `#${child.slot}`).join(' ')}` : '';
  lines.push(`${indent}${node.role}${shown}${extra && ` ${extra}`}`);
  for (const child of node.children) if ('role' in child) describeNode(child, `${indent}  `, lines);
}

const number = (value: number) => String(Math.round(value * 10) / 10 + 0);
const boxText = (box: Box) =>
  `${number(box.x)},${number(box.y)} ${number(box.width)} × ${number(box.height)}`;
const structureRefText = (structureRef: StructureRef) =>
  'slot' in structureRef ? `#${structureRef.slot}` : `(${structureRef.artifact})`;

const strokeText = ({ dash, cap, join }: NonNullable<ShapeMark['stroke']>) =>
  [
    join && dash ? ` dashed ${dash.map(number).join(' ')}` : '',
    join && cap && cap !== 'butt' ? ` ${cap} ends` : '',
    join && join !== 'miter' ? ` ${join} corners` : '',
  ].join('');

function colourText(colour: Colour): string {
  if (colour === 0) return '';
  return typeof colour === 'number'
    ? ` gray ${number(colour * 100)}%`
    : colour.length === 4
      ? ` cmyk ${colour.map((part) => Math.round(part * 100)).join('/')}%`
      : ` rgb ${colour.map((part) => Math.round(part * 255)).join('/')}`;
}
