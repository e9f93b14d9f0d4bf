import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The font files that come with the program, by face. All are full static TrueType fonts under the SIL Open Font License. */
const FACES: Readonly<Record<string, string>> = {
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-italic': 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'serif-bold': 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'serif-bold-italic': 'source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  sans: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-italic': 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'sans-bold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'sans-bold-italic': 'source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  mono: 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  'mono-bold': 'source-code-pro/600SemiBold/SourceCodePro_600SemiBold.ttf',
  symbols: 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
};

/** Reads the fonts that come with the program: each face with its file's bytes. */
export function readFonts(): { face: string; bytes: Uint8Array }[] {
  return Object.entries(FACES).map(([face, path]) => ({
    face,
    bytes: readFileSync(require.resolve(`@expo-google-fonts/${path}`)),
  }));
}
