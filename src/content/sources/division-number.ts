import { chapterNumber } from './chapter-number.ts';

/**
 * Reads the number of the act or part that a line names, alone or before its first chapter or scene: “ACT I”, “Part
 * Two: The Sea”, “ACT I. SCENE II.”. A sentence that merely begins like this gives undefined.
 */
export function divisionNumber(line: string): number | undefined {
  const [, unit, number] =
    /^\s*(act|part|book|volume)\s+((?:the\s+)?[\p{L}\d-]+)\s*(?:$|[.:,–—])/iu.exec(line) ?? [];
  return unit === undefined ? undefined : chapterNumber(`${unit} ${number}`, [unit])?.number;
}
