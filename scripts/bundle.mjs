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
 * @returns {Promise<import('esbuild').Metafile>} which file holds what
 */
export async function bundle(folder) {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/main.ts'],
    outbase: 'src',
    outdir: folder ?? 'dist',
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Names stay as they are, so that traces can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    plugins: [withoutBrotli],
    // Libraries in CommonJS ask for Node's own modules by `require`, which modules do not have.
    banner: {
      js: "import{createRequire as requireFor}from'node:module';const require=requireFor(import.meta.url);",
    },
    metafile: true,
    write: folder !== undefined,
    logLevel: 'warning',
  });
  if (folder !== undefined) {
    // PDFKit looks for its colour profile beside its own code.
    cpSync(join(ROOT, 'node_modules/pdfkit/js/data', PROFILE), join(folder, 'parts/data', PROFILE));
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(ROOT, metafile));
  }
  return metafile;
}

const PROFILE = 'sRGB_IEC61966_2_1.icc';

/** fontkit loads Brotli, with a dictionary of over a megabyte, for WOFF2 alone; that is refused before it is unpacked. */
const withoutBrotli = {
  name: 'without-brotli',
  /** @param {import('esbuild').PluginBuild} build */
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^brotli\/decompress\.js$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "module.exports = () => { throw new Error('WOFF2 cannot be read'); };",
    }));
  },
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await bundle(join(ROOT, 'dist'));
