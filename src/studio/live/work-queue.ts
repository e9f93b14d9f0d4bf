/** What is done first: what somebody types, then what somebody has asked for, then what is only nice to see. */
const ORDER = ['typed', 'asked', 'shown'] as const;

type Urgency = (typeof ORDER)[number];

/** Does one thing after another, since each takes all of a processor. */
export interface WorkQueue {
  /**
   * Does something when nothing more urgent is waiting.
   * @param signal says that nobody waits for it any more
   * @returns undefined if nobody does, or if too much is waiting already
   */
  run<T>(urgency: Urgency, work: () => Promise<T>, signal?: AbortSignal): Promise<T | undefined>;
}

/** More than one person causes, whatever they click. */
const MOST_WAITING = 200;

interface Waiting {
  readonly urgency: Urgency;
  readonly signal: AbortSignal | undefined;
  /** Does it, or with `false` gives it up. */
  readonly go: (isWanted: boolean) => Promise<void>;
}

export function createWorkQueue(): WorkQueue {
  const waiting: Waiting[] = [];
  let isBusy = false;
  const next = () => {
    const urgency = ORDER.find((one) => waiting.some((item) => item.urgency === one));
    const index = waiting.findIndex((item) => item.urgency === urgency);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const workOn = async () => {
    if (isBusy) return;
    isBusy = true;
    for (let item = next(); item; item = next()) {
      await item.go(!item.signal?.aborted);
      // Requests that have come in meanwhile may be more urgent.
      await new Promise((resolve) => setImmediate(resolve));
    }
    isBusy = false;
  };
  return {
    run: (urgency, work, signal) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= MOST_WAITING) return resolve(undefined);
        const go = async (isWanted: boolean) => {
          if (!isWanted) return resolve(undefined);
          await work().then(resolve, reject);
        };
        waiting.push({ urgency, signal, go });
        void workOn();
      }),
  };
}
