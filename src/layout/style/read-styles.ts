import { checkYaml } from '../../diagnostics/check-yaml.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { checkStyle } from './check-style.ts';
import { type Style, styleSchema } from './style.ts';

/** Reads styles. If two have the same file name, the first is used. A style with errors is reported and left out. */
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
    if (checked && checkStyle(checked, report)) styles.set(name, checked.value);
  }
  return styles;
}

/** Finds a style by name. If there is none, reports it at the template that asks for it and gives undefined. */
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
