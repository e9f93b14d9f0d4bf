/** How text looks: the name of a group of tokens in a style (`lead` for `lead-font`, `lead-size` and `lead-leading`). */
export type Look = (typeof LOOKS)[number];

export const LOOKS = [
  'cover',
  'title',
  'heading',
  'subheading',
  'lead',
  'body',
  'small',
  'label',
  'display',
  'furniture',
] as const;
