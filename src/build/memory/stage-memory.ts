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
   * @param of what it is a version of, such as the name of a file: only the last few versions are remembered, so that
   *   somebody who types for hours does not fill the memory with what nobody asks for again
   */
  recall<T>(stage: Stage<T>, inputs: string, make: (report: Report) => T, report: Report, of?: string): T;
  /** The same for a stage that takes its time. */
  recallLater<T>(
    stage: Stage<T>,
    inputs: string,
    make: (report: Report) => Promise<T>,
    report: Report,
    of?: string,
  ): Promise<T>;
  /** How many results each stage remembers, and what they weigh together. */
  held(): Readonly<Record<string, { readonly results: number; readonly weight: number }>>;
}

/** How many versions of one thing are remembered: for somebody who undoes a change, or looks at another paper and back. */
const MOST_VERSIONS = 4;

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
    recall(stage, inputs, make, report, of) {
      const results = resultsOf(stage);
      const known = results.find(inputs);
      if (known) return known.result as ReturnType<typeof make>;
      const own = report.fork();
      const result = make(own);
      report.merge(own);
      if (own.diagnostics.length === 0) results.add(inputs, result, stage.weigh?.(result) ?? 1, of);
      return result;
    },
    async recallLater(stage, inputs, make, report, of) {
      const results = resultsOf(stage);
      const known = results.find(inputs);
      if (known) return known.result as Awaited<ReturnType<typeof make>>;
      const own = report.fork();
      const result = await make(own);
      report.merge(own);
      if (own.diagnostics.length === 0) results.add(inputs, result, stage.weigh?.(result) ?? 1, of);
      return result;
    },
    held: () => Object.fromEntries([...stages].map(([name, { held }]) => [name, held()])),
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
  held: () => ({}),
};

/** The results of one stage. */
interface StageResults {
  find(inputs: string): { readonly result: unknown } | undefined;
  add(inputs: string, result: unknown, weight: number, of: string | undefined): void;
  held(): { readonly results: number; readonly weight: number };
}

interface StageResult {
  readonly result: unknown;
  readonly weight: number;
  readonly of: string | undefined;
}

function createStageResults(most: number): StageResults {
  // In the order of their last use: maps and sets keep the order in which their keys were added.
  const results = new Map<string, StageResult>();
  const versions = new Map<string, Set<string>>();
  let total = 0;
  const put = (inputs: string, known: StageResult) => {
    results.set(inputs, known);
    total += known.weight;
    if (known.of === undefined) return;
    const own = versions.get(known.of) ?? new Set();
    versions.set(known.of, own.add(inputs));
  };
  const take = (inputs: string): StageResult | undefined => {
    const known = results.get(inputs);
    if (!known) return undefined;
    results.delete(inputs);
    total -= known.weight;
    const own = known.of === undefined ? undefined : versions.get(known.of);
    own?.delete(inputs);
    if (own?.size === 0) versions.delete(known.of!);
    return known;
  };
  return {
    find(inputs) {
      const known = take(inputs);
      if (known) put(inputs, known);
      return known;
    },
    add(inputs, result, weight, of) {
      // Two builds may have made it at the same time.
      take(inputs);
      put(inputs, { result, weight, of });
      const [oldestVersion, ...later] = (of === undefined ? undefined : versions.get(of)) ?? [];
      if (oldestVersion !== undefined && later.length >= MOST_VERSIONS) take(oldestVersion);
      for (const oldest of results.keys()) {
        if (total <= most) break;
        take(oldest);
      }
    },
    held: () => ({ results: results.size, weight: total }),
  };
}
