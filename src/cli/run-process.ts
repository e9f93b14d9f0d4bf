import { allowClosedOutput } from './allow-closed-output.ts';
import { main } from './main.ts';
import { stopWithFault } from './stop-with-fault.ts';

// The program as a process: what main.ts does, with the exit code, the signals and the faults that only a process has.

const argv = process.argv.slice(2);
allowClosedOutput(argv);
// Also what promises, streams and timers throw when nobody waits for them.
process.on('uncaughtException', stopWithFault);
main(argv).then((code) => {
  process.exitCode = code;
}, stopWithFault);
