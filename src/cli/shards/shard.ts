import { convertedFlag, Refusal, wholeNumberFlag } from '../flags.ts';

/** One of several runs that share the work of one command, on one machine or on many. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** The most shards that work can be divided into. */
const MOST = 10_000;

/** The option `--shard 2/8`. */
export const shardFlag = (help: string) =>
  convertedFlag({ value: 'i/n', help }, (written): Shard | Refusal => {
    const [, number, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(written)?.map(Number) ?? [];
    if (number !== undefined && of !== undefined && number >= 1 && number <= of && of <= MOST)
      return { number, of };
    return new Refusal(
      `“${written}” is not a shard.`,
      'Write which one it is, counted from 1, and how many there are: --shard 2/8',
      'option-malformed',
    );
  }).optional();

/** Whether a shard does a piece of the work. Pieces are dealt out in turn, so that neighbours go to different shards. */
export const does = ({ number, of }: Shard, piece: number): boolean => piece % of === number - 1;

/** The option `--jobs 2`: how many shards run at once on this computer. */
export const jobsFlag = (help: string) =>
  wholeNumberFlag(
    { least: 1, most: 64 },
    { value: 'count', help },
    (written) =>
      new Refusal(
        `“${written}” is not a number of processes between 1 and 64.`,
        'Write it like this: --jobs 2',
        'option-malformed',
      ),
  ).default(1);
