// cspell:ignore fetc Fetc fpackage
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStudio, type TestStudio } from './open-test-studio.ts';

let test: TestStudio;
let own: Record<string, string>;
let host: string;
beforeAll(async () => {
  test = await openTestStudio();
  writeFileSync(join(test.folder, 'secret.md'), 'A secret.\n');
  symlinkSync(join(test.folder, 'secret.md'), join(test.folder, 'content/light/link.md'));
  symlinkSync(test.folder, join(test.folder, 'content/light/out'));
  host = `127.0.0.1:${test.studio.port}`;
  const entered = await test.raw(new URL(test.studio.address()).search.replace('?', '/?'));
  own = { cookie: entered.headers['set-cookie']![0]!.split(';')[0]! };
});
afterAll(() => test.close());

const LIVE = '/packs/light/live?file=light/handout/rays';
const json = { 'content-type': 'application/json' };
const typing = JSON.stringify({ name: 'themes/rays.md', text: 'x', revision: 1 });
const post = (headers: Record<string, string>, path = LIVE, body = typing) =>
  test.raw(path, {
    method: 'POST',
    headers: { ...own, ...json, origin: `http://${host}`, ...headers },
    body,
  });

describe('Studio refuses', () => {
  it.each(['GET', 'HEAD', 'POST'])('a foreign name for this machine, with %s', async (method) => {
    for (const foreign of ['evil.example', `evil.example:${test.studio.port}`, '127.0.0.1', '127.0.0.1:1']) {
      const { status } = await test.raw('/', { method, headers: { ...own, ...json, host: foreign } });
      expect([foreign, status]).toEqual([foreign, 403]);
    }
  });

  it('a request without a name for this machine', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(test.studio.port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
      socket.once('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('the method %s', async (method) => {
    expect((await test.raw('/', { method, headers: own })).status).toBe(405);
  });

  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1',
    'http://127.0.0.1:1',
    'http://evil.example:80/127.0.0.1',
  ])('a request of the origin %s, although it has the cookie', async (origin) => {
    expect((await post({ origin })).status).toBe(403);
    expect((await test.raw('/', { headers: { ...own, origin } })).status).toBe(403);
  });

  it('what is written without saying where it comes from', async () => {
    const headers = { ...own, ...json };
    expect((await test.raw(LIVE, { method: 'POST', headers, body: typing })).status).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'anything'])('a request that the browser calls %s', async (site) => {
    expect((await post({ 'sec-fetch-site': site })).status).toBe(403);
    expect((await test.raw('/', { headers: { ...own, 'sec-fetch-site': site } })).status).toBe(403);
  });

  it('what is written by somebody who typed an address', async () => {
    expect((await post({ 'sec-fetch-site': 'none' })).status).toBe(403);
  });

  it.each(['', 'studypack-1=x', `studypack-PORT=${'A'.repeat(43)}`, 'studypack-PORT='])(
    'a reader and a writer with the cookie “%s”',
    async (written) => {
      const cookie = written.replace('PORT', String(test.studio.port));
      for (const path of ['/', '/packs/light', '/pictures/x/900', '/no/such/page'])
        expect([path, (await test.raw(path, { headers: { cookie } })).status]).toEqual([path, 401]);
      expect((await post({ cookie })).status).toBe(401);
    },
  );

  it('its script to whoever is not let in, but not the style of what that is said with', async () => {
    const names = readdirSync('dist/studio');
    const statusOf = async (ending: string) =>
      (await test.raw(`/assets/${names.find((name) => name.endsWith(ending))}`, { headers: {} })).status;
    expect([await statusOf('.js'), await statusOf('.css')]).toEqual([401, 200]);
  });

  it('other machines: nobody can connect but through the address of this one', async () => {
    const isOpen = (address: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(test.studio.port, address, () => resolve(true));
        socket.once('connect', () => socket.destroy()).once('error', () => resolve(false));
      });
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address);
    // All of 127 is this machine on Linux.
    for (const address of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])])
      expect([address, await isOpen(address)]).toEqual([address, false]);
    expect(await isOpen('127.0.0.1')).toBe(true);
  });

  it('an address that was used before, and one that is guessed', async () => {
    const path = new URL(test.studio.address()).search.replace('?', '/?');
    expect((await test.raw(path)).status).toBe(303);
    expect((await test.raw(path)).status).toBe(401);
    expect((await test.raw('/?token=')).status).toBe(401);
    expect((await test.raw(`/?token=${'A'.repeat(43)}`)).status).toBe(401);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'what a form of another page can send: %s',
    async (type) => {
      expect((await post({ 'content-type': type })).status).toBe(415);
    },
  );

  it.each([
    'themes/../../../secret.md',
    '../../secret.md',
    '/etc/passwd',
    'C:\\secret.md',
    'link.md',
    'out/secret.md',
    '.hidden.md',
    'themes/rays.md\0.md',
    'pack.md/../pack.md',
    'studypack.yaml',
  ])('to open or write the text “%s”', async (name) => {
    const query = new URLSearchParams({ text: name });
    expect((await test.get(`/packs/light/edit?${query}`)).status).toBe(404);
    const body = JSON.stringify({ name, text: 'Changed.\n', revision: 1 });
    expect([400, 409]).toContain((await post({}, LIVE, body)).status);
    expect((await post({}, '/packs/light/save', '{}')).status).toBe(200);
    expect(readFileSync(join(test.folder, 'secret.md'), 'utf8')).toBe('A secret.\n');
    expect(existsSync(join(test.folder, 'content/light/.hidden.md'))).toBe(false);
  });

  it.each([
    '/packs/..%2f..%2fetc',
    '/packs/%2Fetc',
    '/packs/light%00',
    '/packs/%E0%A4%A',
    '/assets/..%2f..%2fpackage.json',
    '/pictures/..%2f..%2fx/900',
    '//evil.example/',
    '/packs/light/pdf?file=../../x',
  ])('the path %s', async (path) => {
    const { status, headers } = await test.get(path);
    expect([400, 404, 410]).toContain(status);
    expect(headers.location).toBeUndefined();
  });

  it('a body of a gigabyte, whether or not it says so', async () => {
    const headers = { ...own, ...json, origin: `http://${host}` };
    expect(await sendForever({ ...headers, 'content-length': String(1024 ** 3) })).toBe(413);
    expect(await sendForever({ ...headers, 'transfer-encoding': 'chunked' })).toBe(413);
  });

  it('a body that is not what it says', async () => {
    for (const body of ['', '{', '[]', 'null', '{"name":1}', '{"__proto__":{"name":"x"}}'])
      expect([body, (await post({}, LIVE, body)).status]).toEqual([body, 400]);
  });
});

describe('Studio', () => {
  it('answers each of a thousand requests at once, and goes on', async () => {
    const all = Array.from({ length: 1000 }, (_, n) =>
      n % 2 === 0 ? test.get('/packs/light/first?file=light/nothing') : test.raw('/', { headers: {} }),
    );
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404, 401]));
    expect((await test.get('/')).status).toBe(200);
  });

  it('lets no other site show, read or guess its pages', async () => {
    for (const path of ['/', '/packs/light', '/no/such/page']) {
      const { headers } = await test.get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      for (const name of ['frame-ancestors', 'form-action', 'base-uri'])
        expect(policy).toContain(`${name} 'none'`);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    const nonce = async () =>
      /nonce-([^']+)/.exec(String((await test.get('/')).headers['content-security-policy']))![1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it('gives a cookie that scripts and other sites do not see', async () => {
    const { headers } = await test.raw(new URL(test.studio.address()).search.replace('?', '/?'));
    expect(headers['set-cookie']![0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(headers.location).toBe('/');
  });

  it('shows what a pack says as text', async () => {
    const { text } = await test.get('/packs/light');
    expect(text).toContain('Light &amp; &lt;b&gt;shadow&lt;/b&gt;');
    expect(text).not.toContain('<b>shadow');
  });

  it('gives its script no text that ends the script, or begins another', async () => {
    const path = join(test.folder, 'content/light/vocabulary.md');
    const odd = '</script><script>alert(1)</script><!--<script>';
    writeFileSync(path, `## ray\n\nA line of light. ${odd}\n`);
    const { text } = await test.get('/packs/light/edit?text=vocabulary.md&as=plain');
    const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.every((tag) => tag.includes(' nonce="'))).toBe(true);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<!--');
    const data = JSON.parse(/id="data"[^>]*>(.*?)<\/script>/s.exec(text)![1]!);
    expect(JSON.stringify(data)).toContain(JSON.stringify(odd).slice(1, -1));
    writeFileSync(path, '## ray\n\nA line of light.\n');
  });

  it('asks nobody else for anything', async () => {
    const { text } = await test.get('/packs/light');
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toSatisfy(
      (all: string[]) => all.every((address) => /^(\/(?!\/)|#|data:,$)/.test(address)),
    );
    const sheet = readdirSync('dist/studio').find((name) => name.endsWith('.css'))!;
    expect(readFileSync(join('dist/studio', sheet), 'utf8')).not.toMatch(/https?:|\/\/(?!\*)|@import/);
  });
});

/** Sends a body that never ends. @returns the status */
const sendForever = (headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: test.studio.port, path: LIVE, method: 'POST', headers });
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let isOver = false;
    const write = () => {
      if (isOver) return;
      if (asked.write(piece)) setImmediate(write);
      else asked.once('drain', write);
    };
    asked.on('response', (response) => {
      isOver = true;
      resolve(response.statusCode ?? 0);
      asked.destroy();
    });
    asked.on('error', (error) => {
      if (!isOver) reject(error);
    });
    write();
  });
