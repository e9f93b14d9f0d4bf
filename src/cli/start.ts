#!/usr/bin/env node
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCached } from './code-cache/run-cached.ts';

declare const PROGRAM_HASH: string;

// What is started: it sets V8 up and runs the program, which is bundled beside it (`run-process.ts`).

// V8 optimises a function after so many bytes of its bytecode have run. For a run of a second, thirty times the usual number
// is best of what was tried (the usual number, 1, 1.5, 2 and 2.5 million, at 1 and 22 pages and for a class set): optimising
// earlier costs more than it brings. A long document runs long enough for it. V8 12 (Node 22) counts calls in its place, and
// would complain of this flag.
const LONG_DOCUMENT_BYTES = 200_000;
const isLong = process.argv.slice(2).some((argument) => sizeOf(argument) > LONG_DOCUMENT_BYTES);
const settings = process.versions.v8.startsWith('11.')
  ? [`--interrupt-budget=${isLong ? 400_000 : 2_000_000}`]
  : [];
for (const setting of settings) setFlagsFromString(setting);
// What ran only once is not forgotten before it is written to the cache.
setFlagsFromString('--no-flush-bytecode');

// Flags are set by now: compiled code is valid only for the flags that it was made with.
runCached(join(__dirname, 'program.js'), PROGRAM_HASH, settings);

/** The size of a file in bytes; 0 for anything else that may be on a command line. */
function sizeOf(argument: string): number {
  try {
    const stats = statSync(argument);
    return stats.isFile() ? stats.size : 0;
  } catch {
    return 0;
  }
}
