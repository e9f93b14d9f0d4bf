import { TABLES } from '../../build/tables/tables.ts';
import { readStyles } from '../../layout/style/read-styles.ts';
import { readProducts } from '../../templates/read-products.ts';
import { englishWords } from '../../words/read-words.ts';
import { command } from '../command.ts';
import { readPackSources, readTemplateSet } from '../files/reading/read-sources.ts';

/** `studypack list`: lists the packs here, the products and styles to print them in, and the kinds of entry. */
export const listCommand = command({
  arguments: '',
  examples: ['list'],
  async run(_, __, { report, finish }) {
    const packs = readPackSources([], 'content', report);
    const templates = readTemplateSet(report);
    const row = (name: string, text: string) => `  ${name.padEnd(18)} ${text}`;
    const lines = [
      'Packs',
      ...packs.map((pack) => {
        const products = pack.templates.templates.map((file) => file.name.replace(/\.md\.hbs$/, ''));
        const suffix = products.length > 0 ? ` (own products: ${products.join(', ')})` : '';
        return row(pack.id, `${pack.folder}${suffix}`);
      }),
      'Products',
      ...readProducts([templates], [], englishWords(templates.words), report).map(({ name, settings }) =>
        row(name, `${settings.description}${settings['on-request'] ? ' (on request)' : ''}`),
      ),
      'Styles',
      ...[...readStyles(templates.styles, report)].map(([name, style]) => row(name, style.description)),
      'Kinds of entry',
      ...TABLES.entryKinds.map((kind) =>
        row(kind.name, `fields: ${Object.keys(kind.fields.shape).join(', ')}`),
      ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return finish();
  },
});
