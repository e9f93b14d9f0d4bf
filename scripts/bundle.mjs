import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyNotices } from './third-party-notices.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the program and its libraries: `cli/main.js`, and parts that are loaded when a command needs them. All files
 * of code lie two folders below the package, as those of `src` do, since some of them find its folder so.
 * @param {string | undefined} folder where to, in place of what is there; undefined writes nothing
 * @param {boolean} readable whether to keep lines and the names of files, for a profile
 * @returns {Promise<import('esbuild').Metafile>} which file holds what
 */
export async function bundle(folder, readable = false) {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  const shared = /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: ROOT,
    outdir: folder ?? 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    // Names stay as they are, so that traces can be read.
    minifySyntax: !readable,
    minifyWhitespace: !readable,
    legalComments: 'none',
    plugins: [withoutUnused],
    metafile: true,
    write: folder !== undefined,
    logLevel: 'warning',
  });
  const program = await build({
    ...shared,
    entryPoints: [{ in: 'src/cli/start.ts', out: 'cli/main' }],
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
    format: 'esm',
    // It looks for its WebAssembly beside its own code.
    external: ['@hyzyla/pdfium'],
    // Libraries in CommonJS ask for Node's own modules by `require`, which modules do not have.
    banner: {
      js: "import{createRequire as requireFor}from'node:module';const require=requireFor(import.meta.url);",
    },
  });
  // A part by itself, in CommonJS, since it is loaded in the middle of work that can't wait for a module.
  const fontkit = await build({
    ...shared,
    entryPoints: [{ in: 'fontkit', out: 'parts/fontkit' }],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
  const metafile = {
    inputs: { ...program.metafile.inputs, ...fontkit.metafile.inputs },
    outputs: { ...program.metafile.outputs, ...fontkit.metafile.outputs },
  };
  if (folder !== undefined) {
    // PDFKit looks for its colour profile beside its own code.
    cpSync(join(ROOT, 'node_modules/pdfkit/js/data', PROFILE), join(folder, 'parts/data', PROFILE));
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(ROOT, metafile));
  }
  return metafile;
}

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
