/** In which ways a file differs from the one that is printed when no option asks for anything. */
interface Variant {
  readonly style?: string | undefined;
  readonly paper?: string | undefined;
  readonly impose?: string | undefined;
  readonly grey?: boolean;
  readonly press?: boolean;
}

/**
 * Gives the name of a file that is printed in another way than usual, so that it is written beside the usual one and not over
 * it: `worksheet/guilt-core` in large print is `worksheet/guilt-core.large-print-18`.
 */
export function variantName(name: string, { style, paper, impose, grey, press }: Variant): string {
  const parts = [style, paper, impose, grey ? 'grey' : undefined, press ? 'press' : undefined];
  // A style in a folder of its own has a slash in its name.
  return [name, ...parts.flatMap((part) => (part === undefined ? [] : [part.replaceAll('/', '-')]))].join(
    '.',
  );
}

/** Gives what an option asks for if it is not what is printed without it. */
export const ifOther = (asked: string | undefined, usual: string): string | undefined =>
  asked === usual ? undefined : asked;
