import { spawn } from 'node:child_process';

/** Opens an address in the browser of whoever is using this machine. If there is none, the address is on the terminal. */
export function openBrowser(address: string): void {
  const [program, ...args] = commandFor(process.platform);
  if (program === undefined) return;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function commandFor(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open'];
  // The first argument of `start` in quotes would be the title of a window.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
