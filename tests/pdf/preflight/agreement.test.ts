import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { Finding } from '../../../src/pdf/preflight/check.ts';
import { CHECKS, preflight } from '../../../src/pdf/preflight/preflight.ts';
import { readPdf } from '../../../src/pdf/reading/read-pdf.ts';
import { BREAKAGES } from './breakages.ts';
import { open, save } from './edit-pdf.ts';
import { type GoodFile, goodCards, goodDocument } from './good-files.ts';

/** With BROKEN=folder the files are left there, for other programs to judge. */
const LEAVE = process.env['BROKEN'];

let good: Record<'document' | 'cards', GoodFile>;
beforeAll(async () => {
  good = { document: await goodDocument(), cards: goodCards() };
});

async function judge(name: string, of: keyof typeof good, bytes: Uint8Array): Promise<Finding[]> {
  if (LEAVE) {
    mkdirSync(LEAVE, { recursive: true });
    writeFileSync(join(LEAVE, `${of}--${name}.pdf`), bytes);
  }
  const report = createReport();
  const pdf = await readPdf(name, bytes, report);
  expect(report.diagnostics).toEqual([]);
  return preflight(pdf!, good[of].expected);
}

const DOCS = readFileSync('docs/preflight.md', 'utf8');

describe('a good file', () => {
  it.each(['document', 'cards'] as const)('passes every check: %s', async (of) => {
    expect(await judge('good', of, good[of].bytes)).toEqual([]);
  });

  it.each(['document', 'cards'] as const)('still does, written anew by another program: %s', async (of) => {
    expect(await judge('good-again', of, await save(await open(good[of].bytes)))).toEqual([]);
  });
});

describe('a good file that is broken', () => {
  it.each(BREAKAGES.map((breakage) => [breakage.name, breakage] as const))('%s', async (name, breakage) => {
    const doc = await open(good[breakage.of].bytes);
    await breakage.break(doc);
    const findings = await judge(name, breakage.of, await save(doc));
    const checks = [...new Set(findings.map(({ check }) => check))];
    expect(checks).toContain(breakage.check);
    // What the manual says of it.
    expect(DOCS).toContain(`| ${name} | ${breakage.check} |`);
  });

  it('is found by every check there is, each of which is in the manual', () => {
    expect([...new Set(BREAKAGES.map(({ check }) => check))].sort()).toEqual(
      CHECKS.map(({ name }) => name).sort(),
    );
    for (const { name, description: what } of CHECKS) expect(DOCS).toContain(`| \`${name}\` | ${what} |`);
  });
});
