import { transform } from 'esbuild';

/**
 * Makes a script of a module that esbuild has bundled, since V8's compiled code can be kept only of scripts. Other parts are
 * asked for by `require`, also where they are imported by `import()`.
 *
 * What a part imports from another is copied into a constant of its own as soon as that has run, which is as fast as if it
 * stood in the same file. esbuild would look it up in the other part each time, since it may change: that is left only for
 * what is assigned to more than once, and for parts that are loaded late, when something of them is first used.
 * @param {string} path of the part, below the folder of the bundle
 * @param {ReadonlyMap<string, string>} parts the texts of all parts, by their paths
 * @param {{ late?: readonly string[], readable?: boolean }} options paths of parts that are loaded late; whether to keep
 *   lines and the names of files
 */
export async function scriptOfPart(path, parts, { late = [], readable = false } = {}) {
  // Only comments of this kind are kept.
  const text = (parts.get(path) ?? '').replace(/^\/\/ (?=src\/|node_modules\/)/gm, '//! ');
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    minifyWhitespace: !readable,
    legalComments: readable ? 'inline' : 'none',
  });
  return inAscii(withImports(code, path, parts, late));
}

/**
 * @param {string} code
 * @param {string} path
 * @param {ReadonlyMap<string, string>} parts
 * @param {readonly string[]} late
 */
function withImports(code, path, parts, late) {
  let result = code;
  for (const [statement, name, from] of code.matchAll(/\bvar (import_[\w$]+) ?= ?require\("(\.[^"]+)"\);/g)) {
    if (!name || !from) continue;
    const other = new URL(from, `file:///${path}`).pathname.slice(1);
    const use = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}\\.([\\w$]+)`, 'g');
    if (late.includes(other)) {
      result = result
        // In brackets, since it may follow `new`.
        .replace(use, (_, binding) => `(${name}().${binding})`)
        .replace(statement, () => `let ${name}$;const ${name}=()=>${name}$??=require("${from}");`);
      continue;
    }
    const copied = new Set([...code.matchAll(use)].map(([, binding]) => binding ?? ''));
    for (const binding of copied) if (mayChange(parts.get(other) ?? '', binding)) copied.delete(binding);
    const copies = [...copied].map((binding) => `,${name}$${binding}=${name}.${binding}`).join('');
    result = result
      .replace(use, (whole, binding) => (copied.has(binding) ? `${name}$${binding}` : whole))
      .replace(statement, () => `const ${name}=require("${from}")${copies};`);
  }
  return result;
}

/**
 * Whether an export of a part may get another value later. It errs on the side of “may”, as where a parameter has the same
 * name.
 * @param {string} text of the part
 * @param {string} exported
 */
function mayChange(text, exported) {
  const list = text.slice(text.lastIndexOf('export')).replace(/^export\s*\{|\}[^}]*$/g, '');
  const pair = list.split(',').find((item) => item.trim().split(' as ').at(-1) === exported);
  const local = pair?.trim().split(' as ')[0]?.replaceAll('$', '\\$');
  if (!local) return true;
  const assignments = new RegExp(
    `(?<![\\w$.])${local}\\s*(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)?=(?![=>])|(?:\\+\\+|--)${local}\\b|(?<![\\w$.])${local}(?:\\+\\+|--)`,
    'g',
  );
  return [...text.matchAll(assignments)].length > 1;
}

/**
 * Writes letters beyond ASCII as escapes. esbuild does so in strings, but not in regular expressions.
 * @param {string} script
 */
const inAscii = (script) =>
  script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
