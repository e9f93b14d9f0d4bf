import { connect } from 'node:net';

/** How long a program on the same machine takes at most to answer, in milliseconds. */
const PATIENCE = 1000;

/** Whether something on this machine answers at a port. */
export const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: PATIENCE });
    const end = (does: boolean) => {
      socket.destroy();
      resolve(does);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
