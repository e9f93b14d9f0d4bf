import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEADING, MARGIN_BOTTOM, MARGIN_TOP, PARAGRAPH_GAP, SIZE } from './settings.mjs';

/** The style of the bench: ours, in the size that Typst is told. Later tokens (justified, hyphenated) belong here. */
const STYLE = {
  'body-size': SIZE,
  'body-leading': LEADING,
  'margin-top': MARGIN_TOP,
  'margin-bottom': MARGIN_BOTTOM,
  'paragraph-gap': PARAGRAPH_GAP,
};

const FONTS = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
];

/**
 * Packs the program and installs it into a folder, as a user would have it, with a style `bench` besides.
 * @returns its main file, its style as text, and a folder with the fonts that it prints these documents in
 */
export function installProgram(root, folder) {
  const npm = (args) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const tarball = npm(['pack', root, '--pack-destination', folder, '--loglevel', 'silent'])
    .trim()
    .split('\n')
    .at(-1);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--no-audit', '--no-fund', join(folder, tarball)]);

  const program = join(folder, 'node_modules/studypack');
  const standard = readFileSync(join(program, 'templates/styles/standard.yaml'), 'utf8');
  const style = Object.entries(STYLE).reduce(
    (text, [token, value]) =>
      text.replace(new RegExp(`^${token}:.*\\n`, 'm'), '').concat(`${token}: ${value}\n`),
    standard,
  );
  writeFileSync(join(program, 'templates/styles/bench.yaml'), style);

  const fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  for (const path of FONTS)
    copyFileSync(join(folder, 'node_modules/@expo-google-fonts', path), join(fonts, path.split('/').at(-1)));
  return { main: join(program, 'dist/cli/main.js'), style, fonts };
}
