import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics/report.ts';
import { checkTemplate } from '../../src/templates/check-template.ts';

const found = (text: string) => {
  const report = createReport();
  const isSound = checkTemplate({ path: 'a.md.hbs', text }, ['one'], report);
  expect(isSound).toBe(report.diagnostics.length === 0);
  return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
};

describe('a template', () => {
  it.each([
    '{{text pack.title}}',
    '{{#each pack.themes}}{{text name}}{{/each}}',
    '{{> one}}',
    '{{!-- a --}}',
  ])('may have %s', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['{{#*inline "one"}}a{{/inline}}', /DecoratorBlock is not allowed/],
    ['{{* one}}', /Decorator is not allowed/],
    ['{{#> one}}a{{/one}}', /PartialBlockStatement is not allowed/],
    ['{{> (lookup . "name")}}', /no partial/],
    ['{{name}}', /would print its text unescaped/],
    ['{{{name}}}', /would print its text unescaped/],
    ['{{&name}}', /would print its text unescaped/],
    ['{{log pack}}', /no helper “log”/],
    ['{{lookup this "constructor"}}', /no helper “lookup”/],
    ['{{#constructor}}a{{/constructor}}', /no helper “constructor”/],
    ['{{text (helperMissing pack)}}', /no helper “helperMissing”/],
  ])('may not have %s', (text, message) => {
    expect(found(text)).toEqual([expect.stringMatching(message)]);
    expect(found(`{{#if pack}}{{else}}${text}{{/if}}`)).toEqual([expect.stringMatching(message)]);
  });
});

describe('what is nested', () => {
  const kinds: Record<string, (times: number) => string> = {
    blocks: (times) => `${'{{#if pack}}'.repeat(times)}a${'{{/if}}'.repeat(times)}`,
    'inverse blocks': (times) => `${'{{^if pack}}'.repeat(times)}a${'{{/if}}'.repeat(times)}`,
    'chains of else': (times) => `{{#if pack}}${'{{else if pack}}a'.repeat(times - 1)}{{/if}}`,
    calls: (times) => `{{text ${'(names '.repeat(times - 1)}pack${')'.repeat(times - 1)}}}`,
  };

  it.each(Object.entries(kinds))(
    '%s are checked up to a limit, and refused in no time beyond',
    (_, nested) => {
      expect(found(nested(20))).toEqual([]);
      for (const times of [100, 1900, 100_000])
        expect(found(nested(times)), `${times}`).toContain(
          'template-unsafe: More than 50 parts of this template are inside one another.',
        );
    },
  );

  it('as names of a path is refused before it fills the stack', () => {
    expect(found(`{{text ${'a.'.repeat(100_000)}b}}`)).toEqual([expect.stringMatching(/inside one another/)]);
  });

  it('is not counted in comments, nor if it is only one after another', () => {
    expect(found(`{{!-- ${'{{#if pack}}'.repeat(1000)} --}}`)).toEqual([]);
    expect(found('{{#if pack}}a{{else if pack}}b{{/if}}{{^if pack}}c{{/if}}'.repeat(1000))).toEqual([]);
  });
});
