import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';
import { readSentences } from './documents.mjs';
import { installProgram } from './install-program.mjs';
import { printBench } from './print-bench.mjs';

// npm run bench -- profile [PAGES]: where the time of `studypack print` goes, by room and by function. PAGES is 1, 22 or 165.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** @type {Map<string, string[]>} */
const cache = new Map();
const pages = process.argv[2] ?? '22';

const folder = mkdtempSync(join(tmpdir(), 'studypack-profile-'));
try {
  const program = installProgram(ROOT, folder);
  await bundle(join(folder, 'node_modules/studypack/dist'), true);
  const sentences = readSentences(join(ROOT, 'content/never-let-me-go'));
  const found = printBench({ ...program, sentences, folder }).find(({ name }) =>
    name.startsWith(`${pages} `),
  );
  if (!found) throw new Error(`there is no document of ${pages} pages`);
  const flags = ['--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', join(folder, 'profile')];
  execFileSync(process.execPath, [...flags, ...found.ours.args], { stdio: 'ignore' });
  const [file] = readdirSync(join(folder, 'profile'));
  report(JSON.parse(readFileSync(join(folder, 'profile', file), 'utf8')));
} finally {
  rmSync(folder, { recursive: true });
}

/** Prints time by room with the libraries that it calls, and functions by time of their own. */
function report({ nodes, samples, timeDeltas }) {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const byId = new Map(nodes.map((node) => [node.id, { ...node.callFrame, from: fileOf(node.callFrame) }]));
  const rooms = new Map();
  const functions = new Map();
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  samples.forEach((id, index) => {
    const time = timeDeltas[index] / 1000;
    const own = byId.get(id);
    let room;
    for (let at = id; at !== undefined && !room; at = parents.get(at)) room = roomOf(byId.get(at).from);
    const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(own.from)?.[1];
    const place = room ?? (own.functionName.startsWith('(') ? own.functionName : 'loading');
    add(rooms, library ? `${place} > ${library}` : place, time);
    add(functions, `${own.functionName || '(anonymous)'}  ${own.from || own.url}`, time);
  });
  const total = [...rooms.values()].reduce((sum, time) => sum + time, 0);
  console.log(`${total.toFixed(0)} ms in all\n\nby room, and the library it was in`);
  for (const map of [rooms, functions]) {
    const sorted = [...map].sort((a, b) => b[1] - a[1]).slice(0, 30);
    for (const [name, time] of sorted)
      console.log(
        `${time.toFixed(1).padStart(8)} ms ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`,
      );
    if (map === rooms) console.log('\nby function, its own time');
  }
}

/** The room of a file of ours; none for those that only call rooms. */
function roomOf(file) {
  const room = /^src\/((?:[a-z-]+\/){1,2})/.exec(file)?.[1].slice(0, -1);
  return room?.startsWith('cli') ? undefined : room;
}

/** Which source a place in the bundle comes from: esbuild writes its name above it. */
function fileOf({ url, lineNumber }) {
  if (!url.includes('/dist/')) return '';
  const lines = linesOf(fileURLToPath(url));
  for (let line = lineNumber; line >= 0; line--) {
    const name = /^ {0,2}\/\/!? ((?:src|node_modules)\/\S+)$/.exec(lines[line])?.[1];
    if (name) return name;
  }
  return '';
}

function linesOf(path) {
  let lines = cache.get(path);
  if (!lines) {
    lines = readFileSync(path, 'utf8').split('\n');
    cache.set(path, lines);
  }
  return lines;
}
