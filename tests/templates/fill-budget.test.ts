import { describe, expect, it } from 'vitest';
import { createFillBudget, type FillBudget } from '../../src/templates/fill-budget.ts';

const spend = (budget: FillBudget, count: number, args: readonly unknown[] = []) => {
  for (let index = 0; index < count; index++) budget.call(args);
};

describe('what filling one file may take', () => {
  it('is five million calls', () => {
    const budget = createFillBudget();
    spend(budget, 5_000_000);
    expect(() => budget.call([])).toThrow('it takes more than 5 million steps');
  });

  it('counts the items that helpers look through', () => {
    const list = Array.from({ length: 999 }, () => 'one');
    const budget = createFillBudget();
    spend(budget, 5000, [list, 'text']);
    expect(() => budget.call([list])).toThrow('5 million steps');
  });

  it('is ten million characters', () => {
    const budget = createFillBudget();
    const text = 'x'.repeat(1_000_000);
    for (let index = 0; index < 10; index++) expect(budget.print(text)).toBe(text);
    expect(() => budget.print('x')).toThrow('10 million characters');
  });

  it('is partials 50 deep, one after another without end', () => {
    const budget = createFillBudget();
    const deep = (left: number): string => (left === 0 ? '' : budget.nested(() => deep(left - 1)));
    for (let index = 0; index < 100; index++) expect(deep(50)).toBe('');
    expect(() => deep(51)).toThrow('50 times deep');
  });

  it('begins anew with each file', () => {
    const budget = createFillBudget();
    spend(budget, 5_000_000);
    budget.print('x'.repeat(10_000_000));
    budget.start();
    budget.call([]);
    expect(budget.print('x')).toBe('x');
  });
});
