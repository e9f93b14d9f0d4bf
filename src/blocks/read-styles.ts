import { type CheckedYaml, checkYaml } from '../diagnostics/check-yaml.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import { LOOKS } from './block.ts';
import { type Style, styleSchema } from './style.ts';

/** Reads styles; of two with one file name the first counts. A style that is wrong is reported and left out. */
export function readStyles(
  files: readonly { path: string; name: string; text: string }[],
  report: Report,
): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const file of files) {
    const name = file.name.replace(/\.yaml$/, '');
    if (styles.has(name)) continue;
    const checked = checkYaml(
      { text: file.text, at: { file: file.path, line: 1, column: 1 } },
      styleSchema,
      report,
    );
    if (checked && largeEnough(checked, report)) styles.set(name, checked.value);
  }
  return styles;
}

/** Whether no size is under the style's own `smallest-size`; each that is gets reported. */
function largeEnough({ value, places }: CheckedYaml<Style>, report: Report): boolean {
  const smallest = value['smallest-size'];
  const small = LOOKS.filter((look) => value[`${look}-size`] < smallest);
  for (const look of small) {
    const token = `${look}-size` as const;
    report.add(
      'field-malformed',
      places[token]!,
      `“${token}” is ${value[token]} points, and “smallest-size” says that nothing is under ${smallest}.`,
      'Make the one larger or the other smaller.',
    );
  }
  return small.length === 0;
}

/** The style of that name, or undefined and a diagnostic for the template that asks for it. */
export function styleNamed(
  name: string,
  styles: ReadonlyMap<string, Style>,
  template: string,
  report: Report,
): Style | undefined {
  const style = styles.get(name);
  if (!style)
    report.add(
      'style-unknown',
      { file: template, line: 1, column: 1 },
      `There is no style “${name}”.`,
      suggest(name, [...styles.keys()]),
    );
  return style;
}
