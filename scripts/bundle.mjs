import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
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
    entryPoints: [{ in: 'src/cli/run-process.ts', out: 'cli/program' }],
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
  const both = {
    inputs: { ...metafile.inputs, ...fontkit.metafile.inputs },
    outputs: { ...metafile.outputs, ...fontkit.metafile.outputs },
  };
  if (folder !== undefined) {
    await writeBundle(folder, outputFiles, readable);
    writeFileSync(join(folder, 'parts/fontkit.cjs'), fontkit.outputFiles[0]?.text ?? '');
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(ROOT, both));
  }
  return both;
}

/**
 * @param {string} folder
 * @param {readonly import('esbuild').OutputFile[]} outputs
 * @param {boolean} readable
 */
async function writeBundle(folder, outputs, readable) {
  const parts = new Map(outputs.map(({ path, text }) => [relative(OUT, path).replaceAll('\\', '/'), text]));
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['cli', 'parts/data']) mkdirSync(join(folder, name), { recursive: true });
  const hash = createHash('sha256');
  for (const path of parts.keys()) {
    const script = await scriptOfPart(path, parts, readable);
    writeFileSync(join(folder, path), script);
    hash.update(script);
  }
  const { outputFiles } = await build({
    ...optionsFor(readable),
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
  plugins: [withoutUnused],
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

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await bundle(join(ROOT, 'dist'));
