import { describe, expect, it } from 'vitest';
import { placeOfText } from '../../../../src/cli/files/reading/place-of-text.ts';

describe('a text file of a pack', () => {
  it.each([
    ['pack.md', 'content'],
    ['themes/light.md', 'content'],
    ['templates/leaflet.md.hbs', 'template'],
    ['templates/partials/words.hbs', 'template'],
    ['templates/words/fr.yaml', 'template'],
    ['templates/words/deeper/fr.yaml', undefined],
    ['styles/ours.yaml', 'template'],
    ['templates/styles/ours.yaml', 'template'],
    ['templates/leaflet.hbs', undefined],
    ['templates/notes.md', undefined],
    ['leaflet.md.hbs', undefined],
    ['ours.yaml', undefined],
    ['pack.MD', undefined],
    ['pack.txt', undefined],
    ['templates/deeper/leaflet.md.hbs', undefined],
  ])('%s is %s', (path, place) => expect(placeOfText(path)).toBe(place));
});
