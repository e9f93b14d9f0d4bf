import { readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// Prints Typst files as accessible PDFs in one process: node typst-print.mjs FONTS IN.typ OUT.pdf [IN.typ OUT.pdf …]
const [fonts, ...files] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
for (let index = 0; index < files.length; index += 2) {
  const mainFileContent = readFileSync(files[index], 'utf8');
  const pdf = compiler.pdf({ mainFileContent }, { pdfStandard: 'ua-1' });
  writeFileSync(files[index + 1], pdf);
}
