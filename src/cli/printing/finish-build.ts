import type { BuildResult } from '../build-result.ts';
import type { Run } from '../run.ts';
import { showFindings } from './show-findings.ts';

/**
 * Prints what came of a build: its files and findings, and for people which packs were left out, cleaned or unchanged.
 * The findings are in the report already.
 * @returns the exit code
 */
export function finishBuild(
  { packs, files, leftOut = [], removed = [], preflight = [] }: Omit<BuildResult, 'diagnostics'>,
  { output, finish }: Run,
): number {
  const code = finish(files, {
    packs,
    ...(leftOut.length > 0 && { leftOut }),
    ...(removed.length > 0 && { removed }),
    ...(preflight.length > 0 && { preflight }),
  });
  if (output.json) return code;
  if (preflight.length > 0) showFindings(preflight, output);
  reportLeftOut(packs);
  if (leftOut.length > 0) output.say(leftOutInWords(leftOut, packs.length > 1));
  if (removed.length > 0)
    output.say(`Removed, because the packs no longer have them: ${removed.join(', ')}.\n`);
  const unchanged = packs.flatMap((one) => (one.unchanged ? [one.pack] : []));
  if (unchanged.length > 0)
    output.say(`Not changed since last time: ${unchanged.join(', ')}. To print them again, add --force.\n`);
  return code;
}

/** Says which packs were printed and which were not, if it is not the same for all. */
function reportLeftOut(packs: BuildResult['packs']): void {
  const names = (isPrinted: boolean) =>
    packs.flatMap(({ pack, printed }) => (printed === isPrinted ? [pack] : [])).join(', ');
  if (names(true) && names(false))
    process.stderr.write(
      `Printed: ${names(true)}. Not printed, because of the errors above: ${names(false)}.\n`,
    );
}

/** `Left out, because the pack has too little for it: flashcards (1 of at least 2).` */
function leftOutInWords(leftOut: NonNullable<BuildResult['leftOut']>, several: boolean): string {
  const all = leftOut.map(
    ({ pack, product, found, least }) =>
      `${several ? `${pack}/` : ''}${product} (${found} of at least ${least})`,
  );
  const [first] = leftOut;
  return `Left out, because there is too little for it: ${all.join(', ')}. To print it all the same, add --product ${first!.product}.\n`;
}
