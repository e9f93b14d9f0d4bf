import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of all packages that are in a bundle, as their terms ask: a copy goes with every copy of the code.
 * @param {string} root the folder that has `node_modules`
 * @param {import('esbuild').Metafile} metafile what esbuild put in
 */
export function thirdPartyNotices(root, metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  // Its patterns are beside the code.
  folders.add('node_modules/hyphen');
  const notices = [...folders].map((folder) => noticeOf(join(root, folder))).sort();
  return `${[HEAD, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

const HEAD = `Studypack's own licence is in LICENSE. The files in this folder also hold code of these packages.
The colour profile in parts/data comes with pdfkit, the patterns in hyphenation with hyphen.`;

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const own = KNOWN[license];
  const text = file === undefined ? own?.(nameOf(author) ?? name) : readFileSync(join(folder, file), 'utf8');
  if (text === undefined)
    throw new Error(`${name} has no text of its licence (${license}): find it, or do without the package`);
  return `${name} ${version} (${license ?? 'see its text'})\n\n${text.replace(/\r/g, '').trim()}`;
}

/** @param {string | { name: string } | undefined} author as `package.json` says */
const nameOf = (author) => (typeof author === 'string' ? author.replace(/ *[<(].*/, '') : author?.name);

/** @param {string} holder */
const isc = (holder) => `Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** @param {string} holder */
const mit = (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The texts of licences that packages name without adding them.
 * @type {Record<string, (holder: string) => string>}
 */
const KNOWN = { MIT: mit, ISC: isc };
