import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { StudioDisk } from './live/studio-disk.ts';
import { makeApp } from './make-app.ts';
import { openKeys } from './security/open-keys.ts';
import { refusalOf } from './security/refusal-of.ts';

/** A server that is running. */
export interface RunningStudio {
  readonly port: number;
  /** An address that opens it once. */
  address(): string;
  close(): Promise<void>;
}

/** Only this machine can reach it. */
const HOST = '127.0.0.1';

/**
 * Starts the server.
 * @param port 0 for any that is free
 * @param onAddress is told each address that opens it, once an earlier one was used
 * @throws Error of the system, if it cannot have the port
 */
export async function startStudio(
  disk: StudioDisk,
  port: number,
  onAddress: (address: string) => void = () => undefined,
): Promise<RunningStudio> {
  const server = createServer();
  server.requestTimeout = 60_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve());
  });
  const bound = server.address();
  const own = typeof bound === 'object' && bound ? bound.port : port;
  const address = () => `http://${HOST}:${own}/?token=${keys.token()}`;
  const keys = openKeys(own, () => onAddress(address()));
  const app = makeApp(disk, keys);
  const listener = getRequestListener(app.fetch, { hostname: `${HOST}:${own}` });
  server.on('request', (request, response) => {
    const refused = refusalOf(request, own);
    if (!refused) return void listener(request, response);
    // What it still sends is not read.
    response.writeHead(refused.status, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end(`${refused.status}: ${refused.why}\n`);
    request.resume();
  });
  return {
    port: own,
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
