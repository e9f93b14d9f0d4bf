import { describe, expect, it } from 'vitest';
import type { StructureNode } from '../../src/pages/laid.ts';
import { layOutText, textOfPages } from '../print-text.ts';

const sheet = (fields: string) => {
  const { laid, report } = layOutText(`~~~sheet-title\ntitle: Shadows\n${fields}\n~~~\n\nText.`);
  expect(report.diagnostics).toEqual([]);
  return laid;
};
const titleOf = ({ structure }: ReturnType<typeof sheet>) =>
  (structure.children as StructureNode[]).find(({ role }) => role === 'H1')!;

describe('the title of a sheet', () => {
  it('has as many dots as its level, which are read out as that level', () => {
    for (const level of [1, 2, 3]) {
      const laid = sheet(`level: ${level}`);
      expect(textOfPages(laid).match(/●/g)).toHaveLength(level);
      const spans = titleOf(laid).children.filter((child) => 'role' in child && child.role === 'Span');
      expect(spans).toEqual([expect.objectContaining({ alt: `Level ${level} of 3` })]);
      expect(laid.outline.map(({ title }) => title)).toEqual([`Shadows\u00A0\u00A0Level ${level} of 3`]);
    }
  });

  it('has no dots where there is one level', () => {
    const laid = sheet('lead: Use *one* lamp.');
    expect(textOfPages(laid)).not.toContain('●');
    expect(titleOf(laid).children.every((child) => 'slot' in child)).toBe(true);
  });
});
