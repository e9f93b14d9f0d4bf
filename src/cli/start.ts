#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { allowClosedOutput } from './allow-closed-output.ts';
import { main } from './main.ts';
import { stopWithFault } from './stop-with-fault.ts';

// The program as a process: what main.ts does, with the exit code, the signals and the faults that only a process has.

// V8 optimises a function after so many bytes of its bytecode have run, fifteen times the usual number here: in a run of a
// second, optimising earlier costs more than it brings. Best of what was tried at 1, 22 and 165 pages, where it saves 28,
// 30 and 14 percent. V8 12 (Node 22) counts calls in its place, and would complain of this flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

const argv = process.argv.slice(2);
allowClosedOutput(argv);
// Also what promises, streams and timers throw when nobody waits for them.
process.on('uncaughtException', stopWithFault);
try {
  process.exitCode = await main(argv);
} catch (error) {
  stopWithFault(error);
}
