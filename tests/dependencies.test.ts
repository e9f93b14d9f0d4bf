import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packedManifest } from '../scripts/packed-manifest.mjs';

/** What is installed with the program, with its licence, and why it isn't bundled. A new line needs a reason as good. */
const RUNTIME: Readonly<Record<string, readonly [licence: string, reason: string]>> = {
  '@expo-google-fonts/atkinson-hyperlegible-next': ['MIT AND OFL-1.1', 'a font of styles for weak sight'],
  '@expo-google-fonts/noto-emoji': ['MIT AND OFL-1.1', 'emoji in one colour'],
  '@expo-google-fonts/noto-sans-math': ['MIT AND OFL-1.1', 'signs of mathematics'],
  '@expo-google-fonts/noto-sans-symbols': ['MIT AND OFL-1.1', 'signs that fonts for text lack'],
  '@expo-google-fonts/noto-sans-symbols-2': ['MIT AND OFL-1.1', 'more of them'],
  '@expo-google-fonts/source-code-pro': ['MIT AND OFL-1.1', 'the font of code'],
  '@expo-google-fonts/source-sans-3': ['MIT AND OFL-1.1', 'the font of headings'],
  '@expo-google-fonts/source-serif-4': ['MIT AND OFL-1.1', 'the font of text'],
  '@hyzyla/pdfium': ['MIT', 'WebAssembly beside its code: shows pages for proof'],
  '@jsquash/webp': ['Apache-2.0', 'WebAssembly beside its code: reads WebP'],
  '@resvg/resvg-wasm': ['MPL-2.0', 'WebAssembly beside its code: draws what SVG lines can’t'],
};

/** What those bring with them. */
const BROUGHT = ['wasm-feature-detect'];

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = json('package.json');

describe('what is installed with the program', () => {
  it('is what is listed here, in exact versions and with its licence', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(RUNTIME).sort());
    for (const [name, [licence]] of Object.entries(RUNTIME)) {
      expect(manifest.dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(json(`node_modules/${name}/package.json`).license, name).toBe(licence);
    }
  });

  it('brings nothing else, and runs no scripts', () => {
    const packages: Record<string, { dev?: boolean; hasInstallScript?: boolean; integrity?: string }> =
      json('package-lock.json').packages;
    const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    expect(installed.map(([path]) => path.replace('node_modules/', '')).sort()).toEqual(
      [...Object.keys(RUNTIME), ...BROUGHT].sort(),
    );
    for (const [path, { hasInstallScript, integrity }] of installed) {
      expect(hasInstallScript, path).toBeUndefined();
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('has nothing to run of ours either', () => {
    const packed = JSON.parse(packedManifest(readFileSync('package.json', 'utf8')));
    expect(Object.keys(packed.scripts)).toEqual(['build', 'studypack']);
    expect(packed.dependencies).toEqual(manifest.dependencies);
    expect(packed.bin).toEqual(manifest.bin);
    expect(manifest.scripts.prepack).toContain('packed-manifest.mjs pack');
    expect(manifest.scripts.postpack).toContain('packed-manifest.mjs restore');
  });
});

describe('docs/threats.md', () => {
  const rows = readFileSync('docs/threats.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line));

  it('has a row with a test for each threat', () => {
    expect(rows.length).toBeGreaterThan(48);
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(
      Array.from({ length: rows.length }, (_, index) => index + 1),
    );
    for (const row of rows) expect(row).toMatch(/`(?:tests|scripts)\/[^`]+`[^|]*\|$/);
    const named = rows.flatMap((row) =>
      [...row.matchAll(/`((?:tests|scripts)\/[^`]+)`/g)].map(([, path]) => path!),
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
