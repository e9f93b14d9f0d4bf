import { createReport, type Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { checkYaml } from '../../diagnostics/yaml/check-yaml.ts';
import { checkStyle } from './check-style.ts';
import { type Style, styleSchema } from './style.ts';

/** A file of a style: its path as messages show it, its name within its folder (`standard.yaml`), and its text. */
export interface StyleFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** The style, if it was checked before: when the program was bundled. */
  readonly checked?: Style;
}

/** Reads styles. If two have the same file name, the first is used. A style with errors is reported and left out. */
export function readStyles(files: readonly StyleFile[], report: Report): Map<string, Style> {
  const styles = new Map<string, Style>();
  for (const file of files) {
    const name = file.name.replace(/\.yaml$/, '');
    if (styles.has(name)) continue;
    const style = file.checked ?? readStyle(file, report);
    if (style) styles.set(name, style);
  }
  return styles;
}

/**
 * Gives the style in one of the program's files; `scripts/checked-files.mjs` asks for them when the program is bundled.
 * @returns undefined if anything is wrong with it
 */
export function styleOfFile(file: StyleFile): Style | undefined {
  const report = createReport();
  const style = readStyle(file, report);
  return report.diagnostics.length > 0 ? undefined : style;
}

/** Reads one style. @returns undefined, after diagnostics, if it is wrong */
function readStyle({ path, text }: StyleFile, report: Report): Style | undefined {
  const checked = checkYaml({ text, at: { file: path, line: 1, column: 1 } }, styleSchema, report);
  return checked && checkStyle(checked, report) ? checked.value : undefined;
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
