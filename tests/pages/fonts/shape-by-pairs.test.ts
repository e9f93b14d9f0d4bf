import { readdirSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../src/cli/files/reading/read-fonts.ts';
import { openFontkitFont } from '../../../src/pages/fonts/fontkit-font.ts';
import { fonts } from '../../support.ts';

/** Every word that the packs print, with what stands around it. */
const words = [
  ...new Set(
    ['content', 'tests/packs', 'templates/starter']
      .flatMap((folder) => filesIn(folder))
      .flatMap((path) => readFileSync(path, 'utf8').split(/\s+/)),
  ),
].filter((word) => word !== '');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path}`);
}

describe('words shaped by pairs', () => {
  it.each(['serif', 'serif-italic', 'serif-bold', 'sans', 'sans-bold', 'legible'])(
    'are as the shaper itself sets them: %s',
    (face) => {
      const bytes = readFonts()
        .find((one) => one.face === face)!
        .bytes()!;
      const font = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
      const shape = openFontkitFont(face, bytes).shaper([]);
      const other: string[] = [];
      for (const word of words) {
        if (fonts.missingCharacters(face, word).length > 0 || fonts.runs(face, word).length > 1) continue;
        const whole = font.layout(word);
        const width = whole.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
        if (Math.abs(shape(word).width / 1000 - width) > 1e-6) other.push(word);
      }
      expect(words.length).toBeGreaterThan(4000);
      expect(other).toEqual([]);
    },
  );
});
