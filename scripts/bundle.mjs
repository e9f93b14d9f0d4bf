import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkedFiles } from './checked-files.mjs';
import { writeHyphenation } from './hyphenation.mjs';
import { scriptOfPart } from './script-of-part.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where esbuild is told to write. Nothing is written there: its files are turned into scripts first. */
const OUT = join(ROOT, 'dist');

/**
 * Bundles the program and its libraries: `cli/main.js`, which starts `cli/program.js`, and parts that are loaded when a
 * command needs them. All files of code lie two folders below the package, as those of `src` do, since some of them find
 * its folder so.
 * @param {string | undefined} folder where to, in place of what is there; undefined writes nothing
 * @param {boolean} readable whether to keep lines and the names of files, for a profile
 * @returns {Promise<import('esbuild').Metafile>} which file holds what
 */
export async function bundle(folder, readable = false) {
  const { metafile, outputFiles } = await build({
    ...optionsFor(readable),
    entryPoints: [
      { in: 'src/cli/run-process.ts', out: 'cli/program' },
      // What has an entry of its own gets parts of its own. The entries themselves are not needed.
      ...[...LOADED_LATE, ...LATE_FILES, ...SHARED_FILES].map((path) => ({
        in: path,
        out: `unused/${path.split('/').at(-1)}`,
      })),
    ],
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
    format: 'esm',
    metafile: true,
  });
  // A part by itself, since it is loaded in the middle of work that can't wait for a module.
  const fontkit = await build({
    ...optionsFor(readable),
    entryPoints: [{ in: 'fontkit', out: 'parts/fontkit' }],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    metafile: true,
  });
  const client = await bundleClient(readable);
  const parts = [metafile, fontkit.metafile, client.metafile];
  const both = {
    inputs: Object.assign({}, ...parts.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...parts.map(({ outputs }) => outputs)),
  };
  if (folder !== undefined) {
    await writeBundle(folder, outputFiles, { late: lateParts(metafile), readable });
    writeFileSync(join(folder, 'parts/fontkit.cjs'), fontkit.outputFiles[0]?.text ?? '');
    mkdirSync(join(folder, 'studio'), { recursive: true });
    for (const { path, contents } of client.outputFiles)
      writeFileSync(join(folder, 'studio', basename(path)), contents);
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(ROOT, both));
    for (const kind of /** @type {const} */ (['words', 'styles']))
      writeFileSync(join(folder, `${kind}.json`), await checkedFiles(ROOT, kind));
  }
  return both;
}

/**
 * Bundles what Studio sends to the browser: a script and a style sheet, with hashes in their names, so that browsers may keep
 * them for good.
 * @param {boolean} readable
 */
const bundleClient = (readable) =>
  build({
    ...optionsFor(readable),
    entryPoints: [
      { in: 'src/studio-client/main.ts', out: 'studio/studio' },
      { in: 'src/studio-client/studio.css', out: 'studio/studio' },
    ],
    entryNames: '[dir]/[name]-[hash]',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    minify: !readable,
    external: ['/assets/*'],
    plugins: [],
    define: {},
    metafile: true,
  });

/**
 * The parts, by their paths in the bundle, that hold nothing but libraries that are loaded late.
 * @param {import('esbuild').Metafile} metafile
 */
export const lateParts = ({ outputs }) =>
  Object.entries(outputs).flatMap(([path, { inputs }]) => {
    const files = Object.keys(inputs);
    const isLate = files.every((file) => OF_LATE.test(file));
    return files.length > 0 && isLate ? [path.replace(/^dist\//, '')] : [];
  });

/**
 * @param {string} folder
 * @param {readonly import('esbuild').OutputFile[]} outputs
 * @param {{ late: readonly string[], readable: boolean }} options as for `scriptOfPart`
 */
async function writeBundle(folder, outputs, options) {
  const parts = new Map(
    outputs
      .map(({ path, text }) => /** @type {const} */ ([relative(OUT, path).replaceAll('\\', '/'), text]))
      .filter(([path]) => !path.startsWith('unused/')),
  );
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['cli', 'parts/data']) mkdirSync(join(folder, name), { recursive: true });
  const hash = createHash('sha256');
  for (const path of parts.keys()) {
    const script = await scriptOfPart(path, parts, options);
    writeFileSync(join(folder, path), script);
    hash.update(script);
  }
  const { outputFiles } = await build({
    ...optionsFor(options.readable),
    entryPoints: [{ in: 'src/cli/start.ts', out: 'cli/main' }],
    format: 'cjs',
    define: { PROGRAM_HASH: JSON.stringify(hash.digest('hex')) },
  });
  writeFileSync(join(folder, 'cli/main.js'), outputFiles[0]?.text ?? '');
  // Node starts a script of CommonJS sooner than a module.
  const imports = { '#fontkit': './parts/fontkit.cjs' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'commonjs', imports })}\n`);
  writeHyphenation(join(folder, 'hyphenation'));
  // PDFKit looks for its colour profile beside its own code.
  cpSync(join(ROOT, 'node_modules/pdfkit/js/data', PROFILE), join(folder, 'parts/data', PROFILE));
}

/**
 * @param {boolean} readable
 * @returns {import('esbuild').BuildOptions & { write: false }}
 */
const optionsFor = (readable) => ({
  absWorkingDir: ROOT,
  outdir: OUT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay as they are, so that traces can be read.
  minifySyntax: !readable,
  minifyWhitespace: !readable,
  // It looks for its WebAssembly beside its own code.
  external: ['@hyzyla/pdfium'],
  legalComments: 'none',
  plugins: [withoutUnused, inflatedByNode],
  define: { 'import.meta.url': 'urlOfScript' },
  write: false,
  logLevel: 'warning',
});

const PROFILE = 'sRGB_IEC61966_2_1.icc';

/**
 * What libraries load and never use here. WOFF2 is refused before Brotli would unpack it (its dictionary alone has over a
 * megabyte), nothing is encrypted by AES, and lines are broken before PDFKit sees them. Tables of the last two are
 * computed when they are loaded.
 */
const LEFT_OUT = [
  { library: 'fontkit', imports: 'brotli/decompress.js' },
  { library: 'pdfkit', imports: '@noble/ciphers/aes' },
  { library: 'pdfkit', imports: 'linebreak' },
  { library: 'pdfkit', imports: 'fontkit' },
];

/** Libraries that most runs do not need: they run when something of them is first used. */
const LOADED_LATE = [
  '@dagrejs/dagre',
  'd3-scale',
  'fflate',
  'obscenity',
  'parse5',
  'smol-toml',
  'svg-pathdata',
];

/** Our files around libraries that are wrapped for CommonJS, or large, or around threads: loaded late as a whole. */
const LATE_FILES = [
  ...['decode-gif', 'decode-jpeg', 'decode-webp'].map((name) => `src/pages/pictures/late/${name}.ts`),
  'src/diagnostics/yaml/library/check-by-library.ts',
  'src/pages/pictures/render-drawing.ts',
];

/** What those files share with others, which is loaded at once. */
const SHARED_FILES = ['field-schema', 'origin'].map((name) => `src/diagnostics/${name}.ts`);

/** Files of such libraries, or of what only they use. */
const OF_LATE = new RegExp(
  `node_modules/(?:${LOADED_LATE.join('|')}|d3-[a-z-]+|internmap|omggif|jpeg-js|@jsquash/webp|yaml)/|src/pages/pictures/(?:late/|render-drawing)|src/diagnostics/yaml/library/`,
);

const withoutUnused = {
  name: 'without-unused',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^.]/ }, ({ path, importer }) => {
      const from = importer.split(/[\\/]node_modules[\\/]/).at(-1);
      const isLeftOut = LEFT_OUT.some(
        ({ library, imports }) => path === imports && from?.split(/[\\/]/)[0] === library,
      );
      return isLeftOut ? { path, namespace: 'left-out' } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error('${path} is not in the bundle'); };`,
    }));
  },
};

/** Unicode's tables in fontkit and linebreak are unpacked whenever these are loaded: in JavaScript, which takes 20 ms. */
const inflatedByNode = {
  name: 'inflated-by-node',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^tiny-inflate$/ }, () => ({ path: 'tiny-inflate', namespace: 'by-node' }));
    onLoad({ filter: /.*/, namespace: 'by-node' }, () => ({
      contents: `const { inflateRawSync } = require('node:zlib');
        module.exports = (packed, unpacked) => { unpacked.set(inflateRawSync(packed)); return unpacked; };`,
    }));
  },
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await bundle(join(ROOT, 'dist'));
