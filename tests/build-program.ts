import { execFileSync } from 'node:child_process';

/** Bundles the program once before the tests, since those of the command line run it as it is installed. */
export default function setup(): void {
  execFileSync('npm', ['run', '-s', 'prepare'], { stdio: 'inherit' });
}
