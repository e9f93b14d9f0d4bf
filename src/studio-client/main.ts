import { startChoices } from './start-choices.ts';
import { startProduct } from './start-product.ts';
import { startStarters } from './start-starters.ts';

const SCREENS: Readonly<Record<string, () => void>> = {
  packs: startStarters,
  product: () => {
    startChoices();
    startProduct();
  },
};

SCREENS[document.body.dataset['screen'] ?? '']?.();
