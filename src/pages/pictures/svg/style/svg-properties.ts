import { ownValue } from '../../../../diagnostics/collections/own-value.ts';
import type { Colour } from '../../../page.ts';
import { declarationsIn } from '../document/declarations-in.ts';
import type { SvgFindings } from '../document/svg-findings.ts';
import type { SvgElement } from '../document/svg-tree.ts';
import { flatPaint } from './flat-paint.ts';
import { PAPER } from './mix-colours.ts';
import { readColour, readPaint, type SvgPaint } from './svg-colour.ts';

/** What reading properties needs besides the element. */
export interface PropertyTools {
  readonly findings: SvgFindings;
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** Reads a length in user units; undefined if the text is not a length. */
  length(text: string): number | undefined;
}

/** What `context-fill`, `context-stroke` and `currentColor` stand for. */
export interface ContextPaints {
  readonly colour: Colour;
  readonly contextFill: SvgPaint | undefined;
  readonly contextStroke: SvgPaint | undefined;
}

/** The presentation properties of an element. Each reader names a value that it cannot use. */
export interface SvgProperties {
  /** The colour that `currentColor` stands for, if the element sets one. */
  readonly currentColour: Colour | undefined;
  /** The value as it is written; undefined where it is inherited. */
  text(name: string): string | undefined;
  /** @returns undefined for no paint */
  paintOf(name: string, inherited: SvgPaint | undefined, context: ContextPaints): SvgPaint | undefined;
  /** A length of 0 or more. @param one what 1em is, and what percentages are of */
  numberOf(name: string, inherited: number, one: number): number;
  /** A share from 0 to 1. */
  shareOf(name: string, inherited: number): number;
  oneOf<T extends string>(name: string, known: readonly T[], inherited: T): T;
}

/** Properties that take pixels to draw, unless they have one of these values. */
const NEEDS_PIXELS: Readonly<Record<string, readonly string[]>> = {
  mask: ['none'],
  'mix-blend-mode': ['normal'],
  'writing-mode': ['lr-tb', 'lr', 'horizontal-tb', 'rl-tb', 'rl'],
  'glyph-orientation-vertical': ['auto', '0', '0deg'],
  rotate: ['0', 'none'],
};

/** Properties that are left out, unless they have one of these values. */
const LEFT_OUT: Readonly<Record<string, { readonly plain: readonly string[]; readonly what: string }>> = {
  filter: { plain: ['none'], what: 'a shadow, blur or other filter' },
};

/** Reads the properties of an element: its attributes, and those that its `style` sets in their place. */
export function readProperties(element: SvgElement, tools: PropertyTools): SvgProperties {
  const { findings, byId, length } = tools;
  const properties = withShorthand({
    ...element.attributes,
    ...declarationsIn(element.attributes['style'] ?? ''),
  });
  const text = (name: string) => {
    const value = ownValue(properties, name)?.trim();
    return value === undefined || value === 'inherit' || value === '' ? undefined : value;
  };
  nameUndrawn(element, text, findings);
  const colour = text('color');
  return {
    currentColour: colour ? readColour(colour) : undefined,
    text,
    paintOf(name, inherited, context) {
      const value = text(name);
      if (value === undefined) return inherited;
      if (value === 'none' || value === 'transparent') return undefined;
      if (/^currentcolor$/i.test(value)) return { colour: context.colour, opacity: 1 };
      if (value === 'context-fill') return context.contextFill;
      if (value === 'context-stroke') return context.contextStroke;
      const server = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(value);
      if (!server) {
        const read = readPaint(value);
        if (read === undefined) findings.needsPixels(element, `“${name}: ${value}”`);
        return read ?? inherited;
      }
      const flat = flatPaint(server[1]!, byId);
      if (flat && !flat.isFlat) findings.simplified(element, 'a gradient', 'printed in its mean colour');
      if (flat) return flat;
      if (server[2] === 'none') return undefined;
      const fallback = server[2] ? readPaint(server[2]) : undefined;
      const isThere = byId.has(server[1]!);
      if (!isThere) return fallback;
      findings.needsPixels(element, `a ${byId.get(server[1]!)!.name} as ${name}`);
      return { colour: PAPER, opacity: 1 };
    },
    numberOf(name, inherited, one) {
      const value = text(name);
      if (value === undefined) return inherited;
      const read = relativeLength(value, one) ?? length(value);
      if (read === undefined || read < 0) findings.needsPixels(element, `“${name}: ${value}”`);
      return Math.max(0, read ?? inherited);
    },
    shareOf(name, inherited) {
      const value = text(name);
      const read = Number.parseFloat(value ?? '');
      if (!Number.isFinite(read)) return inherited;
      return Math.min(1, Math.max(0, value!.endsWith('%') ? read / 100 : read));
    },
    oneOf(name, known, inherited) {
      const value = text(name);
      if (value === undefined) return inherited;
      const found = known.find((one) => one === value);
      if (found === undefined) findings.needsPixels(element, `“${name}: ${value}”`);
      return found ?? inherited;
    },
  };
}

/** Reads a length that depends on the size of the text: `1.2em`, `65%`. */
export function relativeLength(text: string, one: number): number | undefined {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+))\s*(em|rem|ex|%)\s*$/.exec(text);
  if (!match) return undefined;
  const share = match[2] === '%' ? 0.01 : match[2] === 'ex' ? 0.5 : 1;
  return Number(match[1]) * share * one;
}

function nameUndrawn(
  element: SvgElement,
  text: (name: string) => string | undefined,
  findings: SvgFindings,
): void {
  for (const [name, plain] of Object.entries(NEEDS_PIXELS)) {
    const value = text(name);
    const isList = name === 'rotate' && value !== undefined && /^[\s0]*$/.test(value);
    if (value !== undefined && !plain.includes(value) && !isList) findings.needsPixels(element, `“${name}”`);
  }
  for (const [name, { plain, what }] of Object.entries(LEFT_OUT)) {
    const value = text(name);
    if (value !== undefined && !plain.includes(value)) findings.simplified(element, what, 'left out');
  }
}

/** Adds what the property `font` says: style, weight and size, before the family. */
function withShorthand(properties: Record<string, string>): Record<string, string> {
  const font = ownValue(properties, 'font');
  if (font === undefined) return properties;
  const [before = '', size] = font.split(/\s+(?=[\d.]+(?:px|pt|em|rem|%|mm))|^(?=[\d.]+(?:px|pt|em))/);
  const found = /^([\d.]+(?:px|pt|em|rem|%|mm))/.exec(size ?? font)?.[1];
  return {
    ...(found && { 'font-size': found }),
    ...(/\b(?:bold|bolder|[6-9]00)\b/.test(before) && { 'font-weight': 'bold' }),
    ...(/\b(?:italic|oblique)\b/.test(before) && { 'font-style': 'italic' }),
    ...properties,
  };
}
