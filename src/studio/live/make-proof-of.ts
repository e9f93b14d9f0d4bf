import { createReport } from '../../diagnostics/report.ts';
import { makeProof } from '../../pdf/proof/make-proof.ts';
import { makePdf } from './make-pdf.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PrintChoices } from './print-choices.ts';

/** Shows all pages of a file with what preflight found in them, as `proof` does. @returns a whole page of HTML */
export async function makeProofOf(
  workspace: Workspace,
  pack: LivePack,
  name: string,
  choices: PrintChoices,
): Promise<string | undefined> {
  const made = await makePdf(workspace, pack, name, choices);
  if (!made?.file) return undefined;
  const { html, files } = await makeProof([{ ...made.file, findings: made.findings }], createReport());
  return files === 0 ? undefined : html;
}
