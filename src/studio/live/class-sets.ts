import { randomBytes } from 'node:crypto';
import type { SetSums } from '../../assessment/class-sets/list-context.ts';
import { buildSet } from '../../build/build-set.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import type { LivePack, Workspace } from './open-workspace.ts';
import type { PrintChoices } from './print-choices.ts';

/** What a class set is made of. */
export interface SetRequest {
  readonly exam: string;
  readonly roster: { readonly path: string; readonly bytes: Uint8Array };
  /** Letters of the forms to deal out; empty for all. */
  readonly forms: readonly string[];
  readonly spares: number;
  readonly order: 'seat' | 'name';
}

/** A class set that was made: in memory only, since it has the names of pupils. */
export interface MadeSet {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly pages: number }[];
  readonly sums: SetSums;
}

/** The class sets of a Studio. */
export interface ClassSets {
  make(
    pack: LivePack,
    request: SetRequest,
    choices: PrintChoices,
  ): Promise<{ readonly set: MadeSet | undefined; readonly findings: readonly Diagnostic[] }>;
  find(id: string): MadeSet | undefined;
  /** Forgets all of them, with all names. */
  forget(): void;
}

/** Keeps the last class set only: nobody prints two at once. */
export function createClassSets({ disk }: Workspace): ClassSets {
  let last: MadeSet | undefined;
  return {
    async make(pack, request, choices) {
      const report = createReport();
      const source = pack.read()?.source;
      const pieces = new Map<string, Uint8Array[]>();
      const begin = (path: string) => {
        const own: Uint8Array[] = [];
        pieces.set(path, own);
        return (piece: Uint8Array) => void own.push(piece);
      };
      // Without the memory of other prints: names must not stay in it.
      const options = { ...choices, products: [], keep: false, fonts: disk.fonts };
      const built = source && (await buildSet([source], disk.templates, request, options, { begin }, report));
      last = undefined;
      if (built && !report.failed()) {
        const files = built.files.map(({ path, pages }) => ({
          name: path.split('/').at(-1)!,
          bytes: new Uint8Array(Buffer.concat(pieces.get(path) ?? [])),
          pages,
        }));
        last = { id: randomBytes(12).toString('base64url'), files, sums: built.sums };
      }
      return { set: last, findings: report.diagnostics };
    },
    find: (id) => (last?.id === id ? last : undefined),
    forget() {
      last = undefined;
    },
  };
}
