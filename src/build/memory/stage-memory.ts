import { createHash } from 'node:crypto';
import type { EntryMemory } from '../../content/read-pack-file.ts';
import type { Report } from '../../diagnostics/report.ts';

/** A step of a build whose results are worth remembering. */
export interface Stage<T> {
  readonly name: string;
  /** How much of it is remembered, in the units of `weigh`. Then the result that was not used for longest is forgotten. */
  readonly most: number;
  /** How much a result weighs; 1 by default. */
  weigh?(result: T): number;
}

/**
 * What the stages of earlier builds in this process made, by everything that they made it from. It belongs to one program,
 * one set of fonts and one set of tables.
 */
export interface StageMemory {
  /** The entries of files in which nothing was wrong. */
  readonly entries: EntryMemory;
  /** Gives a hash of plain data: texts, numbers, lists, objects. Bytes and maps are not plain. */
  hash(...inputs: readonly unknown[]): string;
  /** Gives a hash of plain data that nobody may change afterwards: once for each object, as long as it is there. */
  hashOnce(data: object): string;
  /** Gives a hash of bytes, which nobody may change afterwards. */
  hashBytes(bytes: Uint8Array): string;
  /**
   * Gives what a stage made of the same inputs, or makes it. A result that something was found in is not remembered: what is
   * wrong has to be reported each time.
   * @param inputs a hash of everything that the result depends on, the places in findings too
   */
  recall<T>(stage: Stage<T>, inputs: string, make: (report: Report) => T, report: Report): T;
  /** The same for a stage that takes its time. */
  recallLater<T>(
    stage: Stage<T>,
    inputs: string,
    make: (report: Report) => Promise<T>,
    report: Report,
  ): Promise<T>;
}

/** Makes an empty memory. */
export function createStageMemory(): StageMemory {
  const stages = new Map<string, StageResults>();
  const resultsOf = (stage: Stage<never>) => {
    const known = stages.get(stage.name) ?? createStageResults(stage.most);
    stages.set(stage.name, known);
    return known;
  };
  const bytesHashes = new WeakMap<Uint8Array, string>();
  const dataHashes = new WeakMap<object, string>();
  const hash = (...inputs: readonly unknown[]) =>
    createHash('sha256').update(JSON.stringify(inputs)).digest('base64');
  return {
    entries: new Map(),
    hash,
    hashOnce(data) {
      const known = dataHashes.get(data) ?? hash(data);
      dataHashes.set(data, known);
      return known;
    },
    hashBytes(bytes) {
      const hash = bytesHashes.get(bytes) ?? createHash('sha256').update(bytes).digest('base64');
      bytesHashes.set(bytes, hash);
      return hash;
    },
    recall(stage, inputs, make, report) {
      const results = resultsOf(stage);
      const known = results.find(inputs);
      if (known) return known.result as ReturnType<typeof make>;
      const own = report.fork();
      const result = make(own);
      report.merge(own);
      if (own.diagnostics.length === 0) results.add(inputs, result, stage.weigh?.(result) ?? 1);
      return result;
    },
    async recallLater(stage, inputs, make, report) {
      const results = resultsOf(stage);
      const known = results.find(inputs);
      if (known) return known.result as Awaited<ReturnType<typeof make>>;
      const own = report.fork();
      const result = await make(own);
      report.merge(own);
      if (own.diagnostics.length === 0) results.add(inputs, result, stage.weigh?.(result) ?? 1);
      return result;
    },
  };
}

/** For a build that is the only one of its process: everything is made, and nothing is kept. */
export const NO_MEMORY: StageMemory = {
  // A map of no use to anybody else: each reading has its own.
  get entries() {
    return new Map();
  },
  hash: () => '',
  hashOnce: () => '',
  hashBytes: () => '',
  recall: (_, __, make, report) => make(report),
  recallLater: (_, __, make, report) => make(report),
};

/** The results of one stage. */
interface StageResults {
  find(inputs: string): { readonly result: unknown } | undefined;
  add(inputs: string, result: unknown, weight: number): void;
}

function createStageResults(most: number): StageResults {
  // In the order of their last use: a map keeps the order in which its keys were added.
  const results = new Map<string, { readonly result: unknown; readonly weight: number }>();
  let total = 0;
  return {
    find(inputs) {
      const known = results.get(inputs);
      if (known) {
        results.delete(inputs);
        results.set(inputs, known);
      }
      return known;
    },
    add(inputs, result, weight) {
      // Two builds may have made it at the same time.
      total -= results.get(inputs)?.weight ?? 0;
      results.set(inputs, { result, weight });
      total += weight;
      for (const [oldest, { weight: freed }] of results) {
        if (total <= most) break;
        results.delete(oldest);
        total -= freed;
      }
    },
  };
}
