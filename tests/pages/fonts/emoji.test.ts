import { describe, expect, it } from 'vitest';
import { gatherKinds } from '../../../src/diagnostics/gather-kinds.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { paint } from '../../../src/pdf/painting/paint.ts';
import { ANY_FILE } from '../../../src/pdf/preflight/check.ts';
import { preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { passagesOf } from '../../../src/pdf/reading/text-of.ts';
import { layOutText } from '../../print-text.ts';
import { fonts } from '../../support.ts';

/** Prints a text and reads it back. */
async function readBack(text: string) {
  const { laid, report } = layOutText(text);
  const bytes = paint(laid, fonts, { title: 'Signs', lang: 'en-GB', date: new Date(0) });
  const pdf = (await readPdf('signs.pdf', bytes, createReport()))!;
  const words = passagesOf(pdf, ' ')
    .map((passage) => passage.text)
    .join('\n');
  const findings = preflight(pdf, { ...ANY_FILE, standards: true });
  return { words, codes: report.diagnostics.map(({ code }) => code), findings };
}

describe('emoji', () => {
  it.each([
    ['joined', '👩‍🔬'],
    ['joined, of seven characters', '👨‍👩‍👧‍👦'],
    ['with a selector', '⚠\uFE0F'],
    ['keycap', '1\uFE0F\u20E3'],
    ['keycap without a selector', '7\u20E3'],
    ['of a skin tone', '👍🏽'],
    ['flag', '🇬🇧'],
    ['flag made with tags', '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'],
    ['flag that is joined', '🏳\uFE0F‍🌈'],
  ])('%s: one picture, which stands for all of its characters', (_, sequence) => {
    expect(fonts.runs('serif', sequence)).toEqual([{ face: 'emoji', text: sequence }]);
    const [part, ...others] = fonts.shape('emoji', sequence).parts;
    expect(others).toEqual([]);
    expect(part!.glyphs).toHaveLength(1);
    expect(part!.glyphs).not.toContain(0);
    expect(part!.characters).toEqual([sequence]);
  });

  it('are shown as their parts where the font has no picture of them together', () => {
    const [part] = fonts.shape('emoji', '😀\u200D🚗').parts;
    expect(part!.characters).toEqual(['😀', '🚗']);
  });

  it('are signs of the text if nothing makes them emoji', () => {
    expect(fonts.runs('serif', '⚠')).toEqual([{ face: 'symbols', text: '⚠' }]);
    expect(fonts.runs('serif', '⚠\uFE0E')).toEqual([{ face: 'symbols', text: '⚠\uFE0E' }]);
    expect(fonts.runs('serif', '3#*©')).toEqual([{ face: 'serif', text: '3#*©' }]);
  });

  it('leave the space after them to the text, whose spaces are narrower', () => {
    expect(fonts.runs('serif', '🙂 a')).toEqual([
      { face: 'emoji', text: '🙂' },
      { face: 'serif', text: ' a' },
    ]);
  });

  it('read back as they were written, in a file that nothing is wrong with', async () => {
    const sequences =
      '👩‍🔬 ⚠\uFE0F 1\uFE0F\u20E3 🇬🇧 👍🏽 👨‍👩‍👧‍👦 🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} and 🙂 end.';
    const { words, codes, findings } = await readBack(`# Signs\n\n${sequences}\n`);
    expect(words).toContain(sequences);
    expect(codes).toEqual([]);
    expect(findings).toEqual([]);
  });
});

describe('signs', () => {
  it.each([
    ['mathematics', '∈ ⊂ ∪ ∅ ⇔ ∠ ⊥ ∥ ℕ ℝ ∴ ∵ ⋯ ∫ ∮ ≅ ⟨ ⟩ 𝑥 𝔸'],
    ['chemistry', '⇌ ⇋ → ⇄ Δ ‡ ⊖'],
    ['music', '♯ ♭ ♮ ♩ ♪ ♫ ♬'],
    ['arrows', '← ↔ ↦ ⇒ ⟶ ⤴ ⬆ ➜ 🡒'],
    ['numbers', '① ⑳ ❶ ⓐ Ⅷ ⅓ ⅞'],
    ['shapes and lists', '☐ ☑ ✗ ★ ◆ ▲ ☞ │ ├ ╔'],
    ['planets and games', '☿ ♀ ♄ ♔ ♠ ⚀ ⚅'],
    ['emoji', '😀 🧪 🌍 🦖 🫠 ⭐ ✅ ❌'],
  ])('of %s are all in a font of the package', (_, signs) => {
    for (const face of ['serif', 'sans-bold', 'legible', 'mono'])
      expect(fonts.missingCharacters(face, signs)).toEqual([]);
  });

  it.each([
    ['clefs', 'The clefs 𝄞 and 𝄢.\n\nAgain 𝄞.\n\n- 𝄡', '𝄞', '𝄢'],
    ['notes and rests', '𝅘𝅥𝅮 and 𝄽', '𝅘', '𝄽'],
    ['subscripts', 'xₙ and xₘ₊₁', 'ₙ', 'ₘ'],
  ])('that no font has are named in one warning for a file: %s', async (_, text, first, another) => {
    const said = gatherKinds(layOutText(`# Signs\n\n${text}\n`).report.diagnostics);
    expect(said.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning glyph-missing']);
    expect(said[0]).toMatchObject({ where: { line: 3 } });
    for (const sign of [first, another]) expect(said[0]!.message).toContain(`“${sign}”`);
  });

  it('that are letters written as one are written in full where no font has them', async () => {
    const { words, codes } = await readBack('# Signs\n\n20 ℃, 5 ㎏ and 3 ㏄.\n');
    expect(words).toContain('20 °C, 5 kg and 3 cc.');
    expect(codes).toEqual([]);
    // Without its raised digit, it would be another unit or none.
    expect((await readBack('# Signs\n\n3 ㎡.\n')).codes).toEqual(['glyph-missing']);
  });
});

describe('letters of other scripts in a font of signs', () => {
  it('are not printed with it: it neither joins them nor puts them in order', () => {
    for (const letters of ['سلام', 'שלום']) expect(fonts.missingCharacters('serif', letters)).not.toEqual([]);
    expect(layOutText('# Peace\n\nسلام\n').report.diagnostics.map(({ code }) => code)).toEqual([
      'script-unsupported',
    ]);
  });
});
