import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** The hidden file in a folder that Studio has open. */
const MARK = '.studypack-studio.json';

const markSchema = z.object({ host: z.string(), pid: z.int(), port: z.int(), address: z.string() });

/** A Studio that has a folder open. */
type Marked = z.output<typeof markSchema>;

/**
 * Finds the Studio that has a folder open on this computer. One that was killed leaves its mark behind.
 * @param answers whether something answers at a port
 */
export async function studioOn(
  folder: string,
  answers: (port: number) => Promise<boolean>,
): Promise<Marked | undefined> {
  try {
    const mark = markSchema.parse(JSON.parse(readFileSync(join(folder, MARK), 'utf8')));
    if (mark.host !== hostname() || mark.pid === process.pid) return undefined;
    process.kill(mark.pid, 0);
    return (await answers(mark.port)) ? mark : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Marks a folder as open, with an address that opens it once more: only its owner can read that. A folder that cannot be
 * written is not marked.
 */
export function markStudio(folder: string, port: number, address: string): void {
  try {
    const mark: Marked = { host: hostname(), pid: process.pid, port, address };
    writeFileSync(join(folder, MARK), JSON.stringify(mark), { mode: 0o600 });
  } catch {
    // Texts are compared with what was opened before they are saved all the same.
  }
}

export function unmarkStudio(folder: string): void {
  rmSync(join(folder, MARK), { force: true });
}
