import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { openStudioDisk } from '../../src/cli/files/studio/open-studio-disk.ts';
import { importFile } from '../../src/cli/importing/import-file.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { type RunningStudio, startStudio } from '../../src/studio/start-studio.ts';
import { fonts } from '../support.ts';

const templates = readTemplateSet(createReport());

/** What the server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** A Studio on a folder of its own, and ways to ask it. */
export interface TestStudio {
  readonly folder: string;
  readonly studio: RunningStudio;
  /** Asks exactly what it is told to. `fetch` would put its own host and origin into it. */
  raw(path: string, asking?: Asking): Promise<Answered>;
  /** Asks as a page of Studio does. */
  get(path: string): Promise<Answered>;
  post(path: string, data: object): Promise<Answered & { readonly data: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** A small pack with one theme, which has a handout. */
export const SMALL_PACK: Readonly<Record<string, string>> = {
  'content/light/pack.md':
    '---\ntitle: Light & <b>shadow</b>\nlang: en-GB\ndate: 2026-01-05\n---\n\nAbout light.\n',
  'content/light/themes/rays.md':
    '---\nname: Rays\nclaim: Light travels in straight lines.\nvocabulary: [ray]\n---\n\nNothing bends it here.\n',
  'content/light/vocabulary.md': '## ray\n\nA line of light.\n',
};

/** Opens Studio on files in a new folder. */
export async function openTestStudio(
  files: Readonly<Record<string, string>> = SMALL_PACK,
): Promise<TestStudio> {
  const folder = mkdtempSync(join(tmpdir(), 'studypack-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  // Fonts and templates are read once for all.
  const disk = { ...openStudioDisk(folder, undefined, { importFile }, createReport()), fonts, templates };
  const studio = await startStudio(disk, 0);
  const { port } = studio;
  const raw = (path: string, { method = 'GET', headers = {}, body }: Asking = {}) =>
    new Promise<Answered>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          const { statusCode: status = 0, headers: answered } = response;
          resolve({ status, headers: answered, bytes, text: bytes.toString('utf8') });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const entered = await raw(new URL(studio.address()).search.replace('?', '/?'));
  const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
  return {
    folder,
    studio,
    raw,
    get: (path) => raw(path, { headers: { cookie } }),
    async post(path, data) {
      const headers = {
        cookie,
        origin: `http://127.0.0.1:${port}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      };
      const answered = await raw(path, { method: 'POST', headers, body: JSON.stringify(data) });
      const isJson = answered.headers['content-type']?.startsWith('application/json');
      return { ...answered, data: isJson ? JSON.parse(answered.text) : {} };
    },
    async close() {
      await studio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
