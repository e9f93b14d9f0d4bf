import { build } from '../src/build/build.ts';
import { readFonts } from '../src/cli/files/reading/read-fonts.ts';
import { readPackSources, readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { createFontBook } from '../src/pages/fonts/font-book.ts';

/** Times what preflight costs beside a build of both packs, and a file of 2,000 pages. Nothing here passes or fails. */

const cpu = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
const say = (what: string, ms: number, per?: number) =>
  console.log(
    `${what.padEnd(44)} ${Math.round(ms).toString().padStart(6)} ms${per ? `  ${(ms / per).toFixed(1)} ms a page` : ''}`,
  );

const report = createReport();
const packs = readPackSources([], 'content', report);
const options = { fonts: createFontBook(readFonts()), products: [], keep: false };
let at = cpu();
const files = (await build(packs, readTemplateSet(report), options, report)).filter(
  ({ pages }) => pages !== undefined,
);
const pages = files.reduce((sum, file) => sum + file.pages!, 0);
const built = cpu() - at;
console.log(`Both packs: ${files.length} files, ${pages} pages. Processor time, in one process, cold.`);
say('build without preflight', built, pages);

at = cpu();
const { readPdf } = await import('../src/pdf/reading/read-pdf.ts');
const { preflight } = await import('../src/pdf/preflight/preflight.ts');
const { ANY_FILE } = await import('../src/pdf/preflight/check.ts');
const loaded = cpu() - at;
say('loading the reader', loaded);
const read = [];
at = cpu();
for (const { path, bytes } of files) read.push(await readPdf(path, bytes, report));
const reading = cpu() - at;
say('reading all files back', reading, pages);
at = cpu();
const findings = read.flatMap((pdf) => preflight(pdf!, ANY_FILE));
const checking = cpu() - at;
say('all checks', checking, pages);
console.log(
  `${findings.length} findings. Share of the build: ${Math.round(((loaded + reading + checking) / built) * 100)} %.`,
);
read.length = 0;

const { writtenPdf } = await import('../tests/pdf/reading/written-pdf.ts');
const COUNT = 2000;
const lines = Array.from(
  { length: 45 },
  (_, line) =>
    `BT /F1 2 Tf 20 ${95 - 2 * line} Td (Forty-five lines of words that stand on each of many pages, one below another.) Tj ET`,
);
const page =
  '<< /Type /Page /Parent 2010 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const text = Buffer.from(
  writtenPdf({
    content: lines.join('\n'),
    objects: [
      ...Array.from({ length: COUNT }, () => page),
      `<< /Type /Pages /Count ${COUNT} /Kids [${Array.from({ length: COUNT }, (_, index) => `${10 + index} 0 R`).join(' ')}] >>`,
    ],
  }),
)
  .toString('latin1')
  .replace('/Pages 2 0 R', '/Pages 2010 0 R');
at = cpu();
const large = await readPdf('large.pdf', new Uint8Array(Buffer.from(text, 'latin1')), report);
preflight(large!, ANY_FILE);
say(`a foreign file of ${COUNT} pages, read and checked`, cpu() - at, COUNT);
console.log(`Most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
