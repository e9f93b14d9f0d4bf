import { countInWords } from '../../diagnostics/count-in-words.ts';
import { escapeHtml } from './escape-html.ts';
import { pageFigure } from './page-figure.ts';
import { pairSides } from './pair-sides.ts';
import type { ProofFile } from './proof-file.ts';

/**
 * Gives one HTML document that shows every page of some PDFs, with their pictures in it, no script and nothing to
 * fetch. The front and back of a sheet are side by side. The edge that a printer may not reach is marked, and so are
 * findings.
 */
export function contactSheet(files: readonly ProofFile[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Proof: ${countInWords(files.length, 'file')}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Proof</h1>
<p>${summary(files)} The dotted line is 5 mm from the edge: most printers print nothing outside it. A thin line shows
where a sheet is cut. Click a page to enlarge it; click it again to go back.</p>
${files.length > 1 ? contents(files) : ''}
${files.map(fileSection).join('\n')}
</body>
</html>
`;
}

const findingsOf = ({ findings, pages }: ProofFile) => [
  ...findings,
  ...pages.flatMap((page) => page.findings),
];

const sheetsOf = ({ pages, sides }: ProofFile) => pairSides(pages.length, sides !== undefined);

function summary(files: readonly ProofFile[]): string {
  const pages = files.reduce((sum, file) => sum + file.pages.length, 0);
  const sheets = files.reduce((sum, file) => sum + sheetsOf(file).length, 0);
  const found = files.flatMap(findingsOf).length;
  const outcome =
    found === 0 ? 'No problems were found.' : `${countInWords(found, 'finding')}, marked on the pages.`;
  return `${countInWords(files.length, 'file')}, ${countInWords(pages, 'page')}, ${countInWords(sheets, 'sheet')} of paper for one copy of each. ${outcome}`;
}

function contents(files: readonly ProofFile[]): string {
  const rows = files.map((file, index) => {
    const found = findingsOf(file).length;
    return `<tr><th scope="row"><a href="#f${index + 1}">${escapeHtml(file.path)}</a></th><td>${file.pages.length}</td><td>${sheetsOf(file).length}</td><td${found > 0 ? ' class="found"' : ''}>${found > 0 ? found : '–'}</td></tr>`;
  });
  return `<table>
<thead><tr><th scope="col">File</th><th scope="col">Pages</th><th scope="col">Sheets</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function fileSection(file: ProofFile, index: number): string {
  const id = `f${index + 1}`;
  const { title, path, pages, sides, findings } = file;
  const about = [
    countInWords(pages.length, 'page'),
    ...(sides ? [`two-sided, flipped on the ${sides === 'long-edge' ? 'long' : 'short'} edge`] : []),
  ];
  const leaves = sheetsOf(file).map(({ front, back }, leaf) => {
    const shown = [front, ...(back === undefined ? [] : [back])].map((number) =>
      pageFigure(pages[number]!, {
        id: `${id}p${number + 1}`,
        label: labelOf(number, sides !== undefined, leaf),
        of: title,
      }),
    );
    return `<div class="leaf">${shown.join('')}</div>`;
  });
  return `<section id="${id}">
<h2>${escapeHtml(title)}</h2>
<p class="path">${escapeHtml(path)} · ${about.join(', ')}</p>
${findings.length > 0 ? `<ul class="found">${findings.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')}</ul>` : ''}
<div class="leaves">
${leaves.join('\n')}
</div>
</section>`;
}

const labelOf = (number: number, twoSided: boolean, leaf: number) =>
  twoSided ? `${number + 1} · sheet ${leaf + 1}, ${number % 2 === 0 ? 'front' : 'back'}` : `${number + 1}`;

const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #111; background: #e9e9e6; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 0; }
p { max-width: 46rem; margin: .3rem 0 1rem; }
.path { color: #444; font-size: .85rem; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { text-align: right; padding: .15rem .8rem; border-bottom: 1px solid #bbb; }
th:first-child { text-align: left; padding-left: 0; font-weight: normal; }
a { color: inherit; }
.leaves { display: flex; flex-wrap: wrap; gap: 1.2rem; align-items: flex-start; }
.leaf { display: flex; gap: 2px; }
figure { margin: 0; width: 15rem; }
figure.wide { width: 21rem; }
figure svg { display: block; width: 100%; height: auto; background: #fff; box-shadow: 0 1px 4px #0005; }
figcaption { font-size: .8rem; color: #444; padding: .25rem 0; }
figcaption ol { margin: .2rem 0 0; padding-left: 1.2rem; }
.found { color: #a00000; }
.close { display: none; }
figure:target { position: fixed; inset: 0; z-index: 1; width: auto; overflow: auto; background: #444; padding: 1rem; }
figure:target svg { max-height: calc(100vh - 6rem); margin: auto; }
figure:target figcaption { color: #fff; }
figure:target .found { color: #ffb4b4; }
figure:target .close { display: inline; margin-left: 1rem; }
@media print { body { background: none; margin: 0; } section { break-inside: auto; } .leaf { break-inside: avoid; } }
`;
