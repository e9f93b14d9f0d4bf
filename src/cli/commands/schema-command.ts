import * as z from 'zod';
import { documentSchema } from '../../blocks/markdown/front-matter/document-schema.ts';
import { printListSchema } from '../../build/print-list/print-list.ts';
import { TABLES } from '../../build/tables/tables.ts';
import { PACK_KIND } from '../../content/kinds/pack-kind.ts';
import { jsonSchema } from '../../diagnostics/json-schema.ts';
import { styleSchema } from '../../layout/style/style.ts';
import { productSchema } from '../../templates/product.ts';
import { schoolSchema } from '../../templates/school.ts';
import { command } from '../command.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { textFlag } from '../flags.ts';

/** `studypack schema`: prints the JSON Schemas of all front matter, as one object, or writes them as files. */
export const schemaCommand = command({
  arguments: '',
  flags: z.object({
    out: textFlag({
      value: 'folder',
      help: 'Write one file per kind into this folder, instead of printing them all',
    }).optional(),
  }),
  examples: ['schema --out schemas'],
  async run(_, { out }, { report, output, finish }) {
    const kinds = [PACK_KIND, ...TABLES.entryKinds].map((kind) => [
      kind.name,
      jsonSchema(kind.fields, `The front matter of a ${kind.singular}`),
    ]);
    const schemas = {
      ...Object.fromEntries(kinds),
      studypack: jsonSchema(schoolSchema, 'The settings of a school: studypack.yaml'),
      product: jsonSchema(productSchema, 'The front matter of a product'),
      style: jsonSchema(styleSchema, 'A style'),
      'print-list': jsonSchema(printListSchema, 'A print list: print-list.json'),
      document: jsonSchema(documentSchema, 'The front matter of a Markdown file for studypack print'),
    };
    if (out === undefined) {
      process.stdout.write(`${JSON.stringify(schemas, null, 2)}\n`);
      return 0;
    }
    const files = Object.entries(schemas).map(([name, schema]) => ({
      path: `${name}.schema.json`,
      bytes: new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`),
    }));
    for (const path of writeFiles(out, files, report)) output.say(`${path}\n`);
    return finish();
  },
});
