import type { PageRef } from '../wire/live-answer.ts';
import type { PrintChoices } from './print-choices.ts';
import type { PrintedJob } from './print-job.ts';

/** A file as it was when nothing was wrong with it. */
interface ShownFile {
  readonly pages: readonly PageRef[];
  readonly printed: NonNullable<PrintedJob['printed']>;
}

/** The files that were shown last, each as it was when nothing was wrong with it. */
export interface LastShown {
  get(key: string): ShownFile | undefined;
  set(key: string, file: ShownFile): void;
}

/** As many as somebody goes back and forth between. */
const MOST = 8;

export function createLastShown(): LastShown {
  const files = new Map<string, ShownFile>();
  return {
    get: (key) => files.get(key),
    set(key, file) {
      files.delete(key);
      files.set(key, file);
      for (const oldest of files.keys()) if (files.size > MOST) files.delete(oldest);
    },
  };
}

/** Names a file, printed in some way. */
export const shownKey = (pack: string, file: string | undefined, choices: PrintChoices): string =>
  JSON.stringify([pack, file, choices]);
