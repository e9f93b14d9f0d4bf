import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A font file, read when it is first needed; `bytes` gives undefined if its package is not installed. */
interface FontSource {
  readonly face: string;
  readonly bytes: () => Uint8Array | undefined;
  /** Matches the characters that it is used for, if not all. */
  readonly only?: RegExp;
  /** The package that provides it. */
  readonly from?: string;
}

/** The bundled font files, by face. All are full static TrueType fonts under the SIL Open Font License. */
const FACES: Readonly<Record<string, string>> = {
  ...family('serif', 'source-serif-4/SourceSerif4', ['400Regular', '600SemiBold']),
  ...family('lightserif', 'source-serif-4/SourceSerif4', ['300Light', '500Medium']),
  ...family('sans', 'source-sans-3/SourceSans3', ['400Regular', '600SemiBold']),
  ...family('lightsans', 'source-sans-3/SourceSans3', ['300Light', '500Medium']),
  ...family('legible', 'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext', ['400Regular', '700Bold']),
  mono: fileOf('source-code-pro/SourceCodePro', '400Regular'),
  'mono-bold': fileOf('source-code-pro/SourceCodePro', '600SemiBold'),
  symbols: fileOf('noto-sans-symbols-2/NotoSansSymbols2', '400Regular'),
  math: fileOf('noto-sans-math/NotoSansMath', '400Regular'),
  signs: fileOf('noto-sans-symbols/NotoSansSymbols', '400Regular'),
  emoji: fileOf('noto-emoji/NotoEmoji', '400Regular'),
};

/**
 * What fonts of signs are used for: signs, and letters of Europe that are signs too. The letters of other scripts that they
 * have are for formulas, and are neither joined nor put in order.
 */
const SIGNS_ONLY = /[\p{sc=Zyyy}\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}]/u;
const FACES_OF_SIGNS = ['math', 'signs', 'emoji'];

/**
 * Fonts of scripts that need many megabytes, or that few packs use. Authors who write in them install a package, here or
 * beside the packs. If several have a character, the first that is installed is used.
 */
const OPTIONAL: readonly { family: string; font: string; only: RegExp }[] = [
  {
    family: 'japanese',
    font: 'noto-sans-jp/NotoSansJP',
    only: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF]/u,
  },
  {
    family: 'korean',
    font: 'noto-sans-kr/NotoSansKR',
    only: /[\p{sc=Hang}\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF]/u,
  },
  {
    family: 'chinese',
    font: 'noto-sans-sc/NotoSansSC',
    only: /[\p{sc=Han}\p{sc=Bopo}\u3000-\u303F\uFF00-\uFFEF]/u,
  },
  {
    family: 'taiwanese',
    font: 'noto-sans-tc/NotoSansTC',
    only: /[\p{sc=Han}\p{sc=Bopo}\u3000-\u303F\uFF00-\uFFEF]/u,
  },
  { family: 'thai', font: 'noto-sans-thai/NotoSansThai', only: /\p{sc=Thai}/u },
];

const CUTS = ['400Regular', '700Bold'] as const;

/** Lists the fonts that the program prints with. Each is read when its first character is needed. */
export function readFonts(): FontSource[] {
  const bundled = Object.entries(FACES).map(([face, path]) => ({
    face,
    bytes: () => readFileSync(fromProgram.resolve(path)),
    ...(FACES_OF_SIGNS.includes(face) && { only: SIGNS_ONLY }),
  }));
  const optional = OPTIONAL.flatMap(({ family, font, only }) =>
    CUTS.map((cut) => ({
      face: cut === '700Bold' ? `${family}-bold` : family,
      bytes: () => readInstalled(fileOf(font, cut)),
      only,
      from: fileOf(font, cut).split('/').slice(0, 2).join('/'),
    })),
  );
  return [...bundled, ...optional];
}

/**
 * Tells the font files that are installed now from any others, without reading them: where they are, their sizes and
 * times.
 */
export function fontStamp(): string {
  const optional = OPTIONAL.flatMap(({ font }) => CUTS.map((cut) => fileOf(font, cut)));
  const stamps = [...Object.values(FACES), ...optional].map((path) => {
    const file = installed(path);
    if (file === undefined) return path;
    const { size, mtimeMs } = statSync(file);
    return [path, file, size, mtimeMs];
  });
  return JSON.stringify(stamps);
}

/** Tells the fonts that are installed from others by their sizes, which are the same on every machine. */
export function fontSizes(): string {
  const optional = OPTIONAL.flatMap(({ font }) => CUTS.map((cut) => fileOf(font, cut)));
  const sizes = [...Object.values(FACES), ...optional].map((path) => {
    const file = installed(path);
    return [path, file && statSync(file).size];
  });
  return JSON.stringify(sizes);
}

const fromProgram = createRequire(import.meta.url);

function readInstalled(path: string): Uint8Array | undefined {
  const file = installed(path);
  return file === undefined ? undefined : readFileSync(file);
}

/** Finds a file of a package that is installed beside the program, or else in the current folder. */
function installed(path: string): string | undefined {
  for (const require of [fromProgram, createRequire(join(process.cwd(), 'packs'))]) {
    try {
      return require.resolve(path);
    } catch {
      // It may be in the other place.
    }
  }
  return undefined;
}

/** The path of a font file in its package, from a font such as `source-serif-4/SourceSerif4` and a cut. */
function fileOf(font: string, cut: string): string {
  const [folder, name] = font.split('/');
  return `@expo-google-fonts/${folder}/${cut}/${name}_${cut}.ttf`;
}

/** A family's four faces: regular and bold, upright and italic. */
function family(name: string, font: string, [regular, bold]: [string, string]): Record<string, string> {
  return {
    [name]: fileOf(font, regular),
    [`${name}-italic`]: fileOf(font, `${regular}_Italic`),
    [`${name}-bold`]: fileOf(font, bold),
    [`${name}-bold-italic`]: fileOf(font, `${bold}_Italic`),
  };
}
