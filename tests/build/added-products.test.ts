import { describe, expect, it } from 'vitest';
import { layOutPack } from '../support.ts';

const about = (more: string) => `---
title: Demo
lang: en-GB
date: 2026-01-05
${more}---

A pack to try things with.
`;
const pack = {
  'themes.md':
    '## Light\nclaim: It is fast.\n\nSo.\n\n## Dark\nclaim: It is not.\n\nNo.\n\n## Shade\nclaim: It is cool.\n\nYes.\n',
};
const productsOf = (documents: ReturnType<typeof layOutPack>['documents']) => [
  ...new Set(documents.map(({ draft }) => draft.product)),
];

describe('products that are printed on request', () => {
  const usual = productsOf(layOutPack(pack).documents);

  it('are not printed by default', () => {
    expect(usual).toContain('handout');
    expect(usual).not.toContain('self-check');
  });

  it('are printed besides the usual ones if the pack names them', () => {
    const own = { ...pack, 'pack.md': about('products: [self-check]\n') };
    expect(productsOf(layOutPack(own).documents).toSorted()).toEqual([...usual, 'self-check'].toSorted());
  });

  it('are left out and named if the pack has too little for them', () => {
    const leftOut: string[] = [];
    const own = {
      'themes.md': pack['themes.md'].slice(0, pack['themes.md'].indexOf('## Shade')),
      'pack.md': about('products: [self-check, revision-mat]\n'),
    };
    const { documents } = layOutPack(own, { onLeftOut: ({ product }) => void leftOut.push(product) });
    expect(productsOf(documents)).toContain('revision-mat');
    expect(productsOf(documents)).not.toContain('self-check');
    expect(leftOut).toContain('self-check');
  });

  it('are all printed with all products, as far as the pack has enough', () => {
    const all = productsOf(layOutPack(pack, { allProducts: true }).documents);
    for (const name of [...usual, 'self-check', 'revision-mat', 'coverage']) expect(all).toContain(name);
  });

  it('do not add to products that are named', () => {
    const { documents } = layOutPack(pack, { allProducts: true, products: ['handout'] });
    expect(productsOf(documents)).toEqual(['handout']);
  });
});

it('are not offered for what only a product would print that the pack has too little for', () => {
  const person = (name: string) => `## ${name}\nrole: main\nclaim: ${name} waits.\n\n${name} is here.\n`;
  const own = {
    ...pack,
    'characters.md': `${person('Ada')}\n${person('Ben')}`,
    'relations.md': '## Ada and Ben\nbetween: [ada, ben]\nlabel: zwinkern\n\nThey wait together.\n',
  };
  const hintsOf = (more: object) =>
    layOutPack(own, more)
      .report.diagnostics.filter(({ code, message }) => code === 'unprinted' && message.includes('“label”'))
      .map(({ hint }) => hint);
  const expected = 'It would be printed by “Relationship map”, for which this pack has too little so far.';
  expect(hintsOf({ allProducts: true })).toEqual([expected]);
  expect(hintsOf({})).toEqual([expected]);
});
