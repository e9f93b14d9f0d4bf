import { describe, expect, it } from 'vitest';
import { createWorkQueue } from '../../src/studio/live/work-queue.ts';

/** A piece of work that ends when it is told to. */
function held() {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), work: () => done.then(() => 'done') };
}

describe('work that waits', () => {
  it('is at most 200 pieces: the others are given up at once', async () => {
    const queue = createWorkQueue();
    const first = held();
    const running = queue.run('asked', first.work);
    const waiting = Array.from({ length: 200 }, (_, index) => queue.run('shown', async () => index));
    expect(await queue.run('typed', async () => 'one too many')).toBeUndefined();
    first.end();
    expect(await running).toBe('done');
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(await queue.run('typed', async () => 'again')).toBe('again');
  });

  it('is done by its urgency, and not if nobody waits for it any more', async () => {
    const queue = createWorkQueue();
    const first = held();
    const order: string[] = [];
    const add = (urgency: 'typed' | 'asked' | 'shown', name: string, signal?: AbortSignal) =>
      queue.run(
        urgency,
        async () => {
          order.push(name);
        },
        signal,
      );
    const gone = new AbortController();
    const all = [
      queue.run('typed', first.work),
      add('shown', 'shown'),
      add('asked', 'asked'),
      add('typed', 'gone', gone.signal),
      add('typed', 'typed'),
    ];
    gone.abort();
    first.end();
    await Promise.all(all);
    expect(order).toEqual(['typed', 'asked', 'shown']);
  });

  it('goes on after a piece that failed', async () => {
    const queue = createWorkQueue();
    await expect(queue.run('typed', () => Promise.reject(new Error('it failed')))).rejects.toThrow(
      'it failed',
    );
    expect(await queue.run('typed', async () => 'next')).toBe('next');
  });
});
