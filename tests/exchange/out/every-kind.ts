import type { PictureFile } from '../../../src/pages/pictures/read-pictures.ts';

/** A drawing, as the smallest file that is one. */
const DRAWING = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');

export const PICTURES: readonly PictureFile[] = [{ path: 'pictures/lamp.svg', bytes: DRAWING }];

/** A bank with an item of each kind, and texts and notes of each sort. */
export const EVERY_KIND = {
  'stimuli.md':
    '## The lamp\nsource: Written for this test\nline-numbers: yes\n\nA lamp stands on a *table*.\n',
  'quotations.md':
    '## dark\nspeaker: narrator\nprovenance: unverified\n\nIt is dark at the foot of the lighthouse.\n',
  'items.md': `## How does light travel?
id: travel
kind: multiple-choice
marks: 2
tags: [easy]

- [x] In **straight** lines
- In circles & steps
- None of these (pinned)

Shadows have sharp edges: {so} ~ they = #1.

### Guidance

No half marks.

## Which two are sources of light?
id: sources
kind: multiple-choice
shuffle: no

- [x] The sun
- [x] A candle
- The moon

## True or false?
id: verdicts
kind: true-false
reason: yes

- [x] A mirror turns light back.
- [ ] Shadows are coldest at noon.

## Match each thing to what it does.
id: match
kind: matching
unequal: yes

- Mirror = reflects it
- Wall = stops it
- = makes it

## Put these in order.
id: order
kind: ordering
marks: 3

- Lamp
- Card
- Screen

## Fill the gaps.
id: gaps
kind: cloze
bank: yes
extra: [lens]

Light travels in straight [[lines]]. A [[mirror|looking-glass]] turns it back.

## Complete the table.
id: cells
kind: table

| Thing | Light |
|:------|:------|
| Wall | [[stopped\\|blocked]] |
| [[Window]] | let through |

## Name the parts.
id: parts-of-lamp
kind: labelling

![A lamp with letters.](pictures/lamp.svg)

- A = the wick
- B = the glass

## Who says this?
id: who
kind: identify
quotation: dark
marks: 2

It shows that we do not look at what is near.

## Questions on the lamp
id: lamp
stimulus: the-lamp

### (a) Where is it?
marks: 1

On a table.

### (b) Look again.

#### (i) Is it lit?
marks: 1
words: [lit]
starters: ['It is …']
extend: And if not?

It does not say.

##### Extension

Then nothing is seen.

## Why do shadows have edges?
id: edges
kind: extended
marks: 6

Light goes straight on.

### Accept

Anything about rays.
`,
};
