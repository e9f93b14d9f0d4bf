import yoctoSpinner from 'yocto-spinner';
import type { Output } from '../output.ts';

/** Shows how far a build has got. */
interface Progress {
  onProgress(done: number, of: number, name: string): void;
  stop(): void;
}

/** Starts a spinner, if standard error is a terminal and is not kept quiet. */
export function startProgress(output: Output): Progress {
  const spinner =
    process.stderr.isTTY && !output.quiet && !output.json
      ? yoctoSpinner({ text: 'Laying out' }).start()
      : undefined;
  return {
    onProgress(done, of, name) {
      if (spinner) spinner.text = `${done} of ${of}: ${name}`;
    },
    stop: () => void spinner?.stop(),
  };
}
