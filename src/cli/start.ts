#!/usr/bin/env node
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runCached } from './code-cache/run-cached.ts';

declare const PROGRAM_HASH: string;

// What is started: it sets V8 up and runs the program, which is bundled beside it (`run-process.ts`).

// V8 optimises a function after so many bytes of its bytecode have run, thirty times the usual number here: in a run of a
// second, optimising earlier costs more than it brings. Best of what was tried (the usual number, 1, 1.5, 2 and 2.5 million) at
// 1, 22 and 165 pages and for a class set. V8 12 (Node 22) counts calls in its place, and would complain of this flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000');
// What ran only once is not forgotten before it is written to the cache.
setFlagsFromString('--no-flush-bytecode');

// Flags are set by now: compiled code is valid only for the flags that it was made with.
runCached(join(__dirname, 'program.js'), PROGRAM_HASH);
