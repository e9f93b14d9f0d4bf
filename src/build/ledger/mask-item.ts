import type * as z from 'zod';
import { ITEM_SECTIONS } from '../../assessment/tasks/item-sections.ts';
import { slug } from '../../content/entries/entry.ts';
import { paperFields } from './paper-fields.ts';

const HEADING = /^#{3,6}\s+/;
const PART = /^(#{3,6}\s+\([a-z]+\))(.*)$/;
const FIELD = /^([a-z][a-z-]*):(?:\s|$)/;
/** `- [x] `, and `(pinned)` at the end of an option. */
const MARKS = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]|\(pinned\)\s*$/g;
const SECTIONS = new Set(ITEM_SECTIONS.map((name) => slug(name)));

/**
 * Blanks out what is not printed in the text of an item: the names of its sections, the letters of its parts, boxes, and below
 * the heading of a part the fields that are not for paper.
 * @param fields the schemas of the fields of a part
 */
export function maskItem(text: string, fields: z.ZodRawShape): string {
  let field: 'data' | 'text' | undefined;
  let mayHaveFields = false;
  return text
    .split('\n')
    .map((line) => {
      if (HEADING.test(line)) {
        field = undefined;
        mayHaveFields = PART.test(line);
        if (SECTIONS.has(slug(line.replace(HEADING, '')))) return '';
        return line.replace(PART, (_, mark: string, stem: string) => ' '.repeat(mark.length) + stem);
      }
      if (line.trim() === '') mayHaveFields = false;
      if (!mayHaveFields) return line.replace(MARKS, blank);
      const name = FIELD.exec(line)?.[1];
      if (name !== undefined) field = paperFields(fields).has(name) ? 'text' : 'data';
      if (field === 'data') return '';
      return name === undefined ? line : ' '.repeat(name.length) + line.slice(name.length);
    })
    .join('\n');
}

const blank = (found: string) => ' '.repeat(found.length);
