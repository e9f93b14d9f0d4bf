import { hasMarks } from './pick-items.ts';
import type { Worksheet } from './worksheet.ts';

/** Whether everything that a worksheet asks has marks: then it prints them. */
export const hasAllMarks = ({ items }: Pick<Worksheet, 'items'>): boolean => items.every(hasMarks);
