/**
 * Study notes on a novel that nobody wrote, as sites for them are made: navigation, adverts, a player and a form around a
 * long text, with quotations and questions, garbled here and there.
 */
const PEOPLE = ['Maren', 'Tobias', 'Ines', 'Old Pell', 'Captain Rook', 'Lottie'];
const PLACES = [
  'the harbour wall',
  'the salt house',
  'the lamp room',
  'the ferry',
  'the school on the hill',
  'the net loft',
];
const THINGS = [
  'the cracked lamp',
  'a letter',
  'the tide book',
  'her father’s coat',
  'the glass float',
  'a map of the reef',
];
const FEELINGS = ['afraid', 'proud', 'ashamed', 'curious', 'lonely', 'stubborn'];

/** Ways to tell a small part of the story; each names a person, a place, a thing and a feeling. */
const TELLINGS: readonly ((person: string, place: string, thing: string, feeling: string) => string)[] = [
  (person, place, thing) => `${person} waits at ${place} with ${thing} under one arm, and nobody comes.`,
  (person, place, _, feeling) =>
    `At ${place}, ${person} is too ${feeling} to answer, and the silence lasts until the tide turns.`,
  (person, _, thing, feeling) =>
    `The narrator lets ${thing} lie in plain sight, so readers see how ${feeling} ${person} has become.`,
  (person, place) => `When the bell rings, ${person} runs to ${place} and finds the door already open.`,
  (person, _, thing) => `${person} hides ${thing}, tells two lies about it, and is believed both times.`,
  (person, place, thing) =>
    `Nothing at ${place} is where it was, except ${thing}, which ${person} will not touch.`,
  (person, _, __, feeling) => `It would be easy to call ${person} ${feeling}, but the chapter never does.`,
  (person, place, thing, feeling) =>
    `By evening ${place} is empty; ${person}, still ${feeling}, carries ${thing} home alone.`,
];

/** The number of the next sentence, so that no two are alike. */
function teller() {
  let at = 0;
  const pick = (from: readonly string[], step: number) => from[Math.floor(at / step) % from.length]!;
  return (count: number): string =>
    Array.from({ length: count }, () => {
      const tell = TELLINGS[at % TELLINGS.length]!;
      const sentence = tell(pick(PEOPLE, 1), pick(PLACES, 2), pick(THINGS, 3), pick(FEELINGS, 5));
      at++;
      return sentence.charAt(0).toUpperCase() + sentence.slice(1);
    }).join(' ');
}

/** Fourteen sentences of the novel. */
export const QUOTED = [
  'A harbour is only a promise that the sea has not yet broken.',
  'I counted the boats that came home, and then I counted them again.',
  'Glass remembers the fire, even when it lies in cold water.',
  'He spoke like a man who had rehearsed being surprised.',
  'There is no lamp bright enough for those who will not look.',
  'She had her mother’s hands and nobody’s patience.',
  'We do not lose the drowned. We only lose the sound of them.',
  'Every map of the reef was right until the winter it was needed.',
  'The salt gets into the bread, the bed and the prayers.',
  'You may borrow my boat, Ines, but not my reasons.',
  'What the tide takes it returns, though never to the same hand.',
  'They rang the bell for the living, so that the living would come.',
  'I was not brave. I was merely further out than the others.',
  'Keep the light, said Pell, and let the dark keep itself.',
] as const;

/** Twenty questions that readers ask. */
export const ASKED = [
  'Who tells the story?',
  'Why does Maren keep the lamp lit?',
  'What happens to Tobias at the reef?',
  'When is the novel set?',
  'Is the harbour a real place?',
  'Why does Captain Rook lie about the map?',
  'What does the glass float stand for?',
  'How does Ines change?',
  'Who rings the bell in chapter two?',
  'What is the tide book?',
  'Why is Old Pell called old?',
  'How does the first chapter end?',
  'What does Lottie know?',
  'Why do the boats not go out?',
  'Is the narrator to be trusted?',
  'What is the turning point?',
  'Why does Maren return the coat?',
  'How is winter described?',
  'What is left unsaid?',
  'How does the novel end?',
] as const;

/** Signs of each kind of damage, in words that are found nowhere else in the page. */
const GARBLED = {
  windows: 'The keeper donâ€™t sleep â€“ â€œnever,â€ he says.',
  chinese: 'The crew wouldn＊t row, ※not tonight§ they said 〞 pages 30每34.',
  twice: 'Itâ€™s a cafÃ© by the quay.',
  lost: 'She didn\uFFFDt wait, and the na\uFFFDve clerk did.',
} as const;

/** The page as HTML: about 9,000 words. */
export function studyNotes(): string {
  const tell = teller();
  const part = (level: number, name: string, ...paragraphs: string[]) =>
    [`<h${level}>${name}</h${level}>`, ...paragraphs.map((text) => `<p>${text}</p>`)].join('\n');
  const long = (count: number) => Array.from({ length: count }, () => tell(7));
  const [one, two, three, four, five, six, seven, ...others] = QUOTED;
  const block = (text: string, credit: string) => `<blockquote><p>${text}</p><p>— ${credit}</p></blockquote>`;
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The Glass Harbour | Study Notes</title><meta name="author" content="Ada Quill"></head>
<body>
<header class="site-header"><a href="/">Notes for readers</a></header>
<nav class="main-nav"><ul><li><a href="/a">Browse all books</a></li><li><a href="/b">Poetry corner</a></li></ul></nav>
<div class="audio-player"><button>Play</button> Hear these notes read aloud 00:00</div>
<article>
<h1>The Glass Harbour</h1>
<p>By Ada Quill</p>
<p>38 min read</p>
<p>${tell(5)}</p>
<div class="advertisement">Learn to sail in a week with Blue Anchor</div>
${part(2, 'Summary', ...long(3))}
${Array.from({ length: 8 }, (_, index) => part(3, `Chapter ${index + 1}`, ...long(4))).join('\n')}
${part(2, 'Characters')}
${PEOPLE.map((name) => part(3, name, ...long(2))).join('\n')}
${part(2, 'Themes')}
${part(3, 'Memory and the sea', ...long(3))}
${block(one, 'Maren, chapter 1')}
${part(3, 'Light and blindness', ...long(3))}
${block(two, 'Maren, chapter 3')}
${part(3, 'What is owed', ...long(3))}
${part(2, 'Symbols')}
${part(3, 'The glass float', ...long(2))}
<p>“${three}”</p>
${part(3, 'The lamp', ...long(2))}
<p>“${four}” — Ines</p>
${part(2, 'How the story is told', ...long(3))}
<form class="newsletter-signup"><label>Your e-mail</label><input name="email"><button>Send me notes</button></form>
${part(2, 'Damage', `${GARBLED.windows} ${tell(1)}`, `${GARBLED.chinese} ${tell(1)}`, `${GARBLED.twice} ${tell(1)}`, `${GARBLED.lost} ${tell(1)}`)}
${part(2, 'Key quotes')}
${block(five, 'Old Pell')}
<p>${tell(1)}</p>
${block(six, 'the narrator')}
<p>${tell(1)}</p>
<ul><li>“${seven}” (chapter 7)</li>${others.map((text) => `<li>“${text}”</li>`).join('')}</ul>
${part(2, 'Frequently asked questions')}
${ASKED.map((question) => part(3, question, tell(4))).join('\n')}
</article>
<aside class="sidebar"><p>Readers also opened The Salt Road</p></aside>
<footer><p>© 2024 Notes for readers</p></footer>
</body></html>
`;
}

/** The same notes as they are when somebody copies them from the page into a plain file. */
export const pastedNotes = (): string =>
  studyNotes()
    .replace(/^[\s\S]*(?=<h1>)|<\/article>[\s\S]*$/g, '')
    .replace(/<h\d>([^<]*)<\/h\d>/g, '\n\n$1\n\n')
    .replace(/<\/(?:p|li|div|label|button|form|nav|header|footer|aside|blockquote)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
