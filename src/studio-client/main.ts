import { ownValue } from '../diagnostics/collections/own-value.ts';
import { startAdding } from './start-adding.ts';
import { startAllPdfs } from './start-all-pdfs.ts';
import { startChoices } from './start-choices.ts';
import { startClassSet } from './start-class-set.ts';
import { startImport } from './start-import.ts';
import { startProduct } from './start-product.ts';
import { startSchool } from './start-school.ts';
import { startStarters } from './start-starters.ts';

const SCREENS: Readonly<Record<string, () => void>> = {
  packs: startStarters,
  pack: startAdding,
  'class-set': startClassSet,
  import: startImport,
  school: startSchool,
  product: () => {
    startAllPdfs();
    startChoices();
    startProduct();
  },
};

ownValue(SCREENS, document.body.dataset['screen'] ?? '')?.();
