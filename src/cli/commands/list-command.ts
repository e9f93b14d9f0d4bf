import { ENTRY_KINDS } from '../../build/jobs/entry-kinds.ts';
import { createReport } from '../../diagnostics/report.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { readProducts } from '../../templates/product.ts';
import { readPackSources, readTemplateSet } from '../files/read-sources.ts';
import { fileText, finish, outputOf } from '../output.ts';

/** `studypack list`: the packs here, the products and styles they can be printed in, the kinds of entry. */
export async function listCommand(flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const packs = readPackSources([], 'content', report);
  const templates = readTemplateSet(report);
  const row = (name: string, text: string) => `  ${name.padEnd(18)} ${text}`;
  const productsOf = (templateSets: readonly (typeof templates)[]) =>
    readProducts(templateSets, [], report).map(({ name, settings }) => row(name, settings.description));
  const lines = [
    'Packs',
    ...packs.flatMap((pack) => {
      const own = pack.templates.templates.map((file) => file.name.replace(/\.md\.hbs$/, ''));
      return [row(pack.id, `${pack.folder}${own.length > 0 ? ` (own products: ${own.join(', ')})` : ''}`)];
    }),
    'Products',
    ...productsOf([templates]),
    'Styles',
    ...[...readStyles(templates.styles, report)].map(([name, style]) => row(name, style.description)),
    'Kinds of entry',
    ...ENTRY_KINDS.map((kind) => row(kind.name, `fields: ${Object.keys(kind.fields.shape).join(', ')}`)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return finish(report, outputOf(flags));
}
