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
