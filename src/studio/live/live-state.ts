import type { PrintListFile } from '../../build/print-list/print-list.ts';
import type { PageRef } from '../wire/live-answer.ts';
import { type LastShown, shownKey } from './last-shown.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PagePictures } from './page-pictures.ts';
import type { PrintChoices } from './print-choices.ts';
import { type PrintedJob, printJob } from './print-job.ts';
import { ofOneFile, type Problem, problemsOf } from './problems-of.ts';
import { ticketOf } from './ticket-of.ts';

/** What a page shows of a file: its pages, or those from before if something is wrong now, and what is wrong. */
export interface LiveState {
  readonly pages: readonly PageRef[];
  readonly isStale: boolean;
  readonly ticket: PrintListFile | undefined;
  readonly problems: readonly Problem[];
  readonly unsaved: readonly string[];
  /** The file as it is now, if nothing is wrong. */
  readonly printed: PrintedJob['printed'];
}

/** What printing for a page needs. */
export interface LiveTools {
  readonly workspace: Workspace;
  readonly pictures: PagePictures;
  readonly shown: LastShown;
}

/** @param file the name of a job; undefined if only a text is shown */
export async function liveState(
  { workspace, pictures, shown }: LiveTools,
  pack: LivePack,
  file: string | undefined,
  choices: PrintChoices,
): Promise<LiveState> {
  const key = shownKey(pack.id, file, choices);
  const { findings, printed } =
    file === undefined
      ? { findings: pack.open().findings, printed: undefined }
      : await printJob(workspace, pack, file, choices);
  const pages = printed && pictures.add(key, printed.bytes, printed.pages);
  if (pages && printed) shown.set(key, { pages, printed });
  return {
    pages: pages ?? shown.get(key)?.pages ?? [],
    isStale: pages === undefined && file !== undefined,
    ticket: printed && ticketOf(printed, choices),
    problems: problemsOf(ofOneFile(findings), pack.read()?.source),
    unsaved: pack.drafts.unsaved(),
    printed,
  };
}
