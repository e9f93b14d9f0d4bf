import { documentSchema } from '../../blocks/markdown/read-document.ts';
import { ENTRY_KINDS } from '../../build/jobs/entry-kinds.ts';
import { printListSchema } from '../../build/print-list/print-list.ts';
import { PACK_KIND } from '../../content/kinds/pack-kind.ts';
import { jsonSchema } from '../../diagnostics/json-schema.ts';
import { createReport } from '../../diagnostics/report.ts';
import { styleSchema } from '../../layout/style/style.ts';
import { productSchema } from '../../templates/product.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';

/** `studypack schema`: JSON Schema of everything that has front matter, as one object or as files in a folder. */
export async function schemaCommand(flags: Record<string, unknown>): Promise<number> {
  const schemas = {
    ...Object.fromEntries(
      [PACK_KIND, ...ENTRY_KINDS].map((kind) => [
        kind.name,
        jsonSchema(kind.fields, `The front matter of a ${kind.singular}`),
      ]),
    ),
    product: jsonSchema(productSchema, 'The front matter of a product'),
    style: jsonSchema(styleSchema, 'A style'),
    'print-list': jsonSchema(printListSchema, 'What a print list says: print-list.json'),
    document: jsonSchema(documentSchema, 'The front matter of a Markdown file for studypack print'),
  };
  const report = createReport(fileText);
  if (flags['out'] === undefined) {
    process.stdout.write(`${JSON.stringify(schemas, null, 2)}\n`);
    return 0;
  }
  const files = Object.entries(schemas).map(([name, schema]) => ({
    path: `${name}.schema.json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`),
  }));
  const written = writeFiles(String(flags['out']), files, report);
  if (!outputOf(flags).quiet && !outputOf(flags).json)
    for (const path of written) process.stdout.write(`${path}\n`);
  return finish(report, outputOf(flags));
}
