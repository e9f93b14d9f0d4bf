import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { explainSyntax } from '../../src/templates/explain-syntax.ts';
import { unclosedBlock } from '../../src/templates/unclosed-block.ts';

describe('unclosedBlock', () => {
  it('finds where it is opened', () => {
    expect(unclosedBlock('a\n  {{#each x}}\n{{#if y}}{{/if}}\n')).toEqual({
      name: 'each',
      line: 2,
      column: 3,
    });
    expect(unclosedBlock('{{#if a}}{{~#each x~}}{{/if}}')).toEqual({ name: 'each', line: 1, column: 10 });
  });

  it('passes over comments, and finds nothing where all is closed', () => {
    expect(unclosedBlock('{{!-- {{#if a}} --}}{{! #if }}{{#if b}}{{else}}{{/if}}')).toBeUndefined();
  });
});

describe('explainSyntax', () => {
  const told = (template: string) => {
    try {
      Handlebars.parseWithoutProcessing(template);
    } catch (error) {
      const { line, column, message: told } = explainSyntax(template, error);
      return `${line}:${column} ${told}`;
    }
    return undefined;
  };

  it('says where the fault begins', () => {
    expect(told('a\n{{#each x}}\n{{#if y}}\n{{/each}}')).toBe(
      '3:1 {{#if}} starts here, but {{/each}} comes before its end',
    );
    expect(told('a\n\n{{#each x}}\n{{text a}}\n\n')).toBe('3:1 {{#each}} starts here but is never closed');
    expect(told('a\nb {{text c\nd\n')).toBe('2:3 the braces that open here are never closed');
    expect(told('a\n{{/each}}\n')).toBe('2:1 this closes a block that is not open');
  });
});
