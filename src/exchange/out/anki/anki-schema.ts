/** The tables of a collection of Anki, version 11, which all its versions since 2012 open. */
export const ANKI_TABLES = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

/** The fields of our notes, in order. */
const ANKI_FIELDS = ['Front', 'Back', 'Gender', 'Plural', 'Example'] as const;

const FRONT = '{{Front}}';

/** The back of a card. @param plural what is said of a plural, with `{{Plural}}` in it */
const backOf = (plural: string): string => `{{FrontSide}}

<hr id=answer>

{{Back}}
<div class="forms">{{Gender}}{{#Plural}}{{#Gender}}, {{/Gender}}${plural}{{/Plural}}</div>
{{#Example}}<div class="example">{{Example}}</div>{{/Example}}`;

const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: center; color: black; background-color: white; }
.forms, .example { margin-top: 0.8em; font-size: 0.85em; }
.example { font-style: italic; }
img { max-width: 100%; }`;

/** The settings of a collection, as its columns `conf`, `models`, `decks`, `dconf` and `tags` have them. */
export function ankiSettings(
  { name, lang, plural }: { readonly name: string; readonly lang: string; readonly plural: string },
  { deckId, modelId, seconds }: { deckId: number; modelId: number; seconds: number },
): string[] {
  const deck = {
    mod: seconds,
    usn: -1,
    desc: '',
    dyn: 0,
    collapsed: false,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
    conf: 1,
    extendNew: 10,
    extendRev: 50,
  };
  const field = (title: string, ord: number) => ({
    name: title,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  });
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: FRONT,
    afmt: backOf(plural),
    bqfmt: '',
    bafmt: '',
    did: null,
  };
  const model = {
    id: modelId,
    name: `Studypack (${lang})`,
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: deckId,
    tmpls: [template],
    flds: ANKI_FIELDS.map(field),
    css: CSS,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
  const conf = {
    nextPos: 1,
    estTimes: true,
    activeDecks: [1],
    sortType: 'noteFld',
    timeLim: 0,
    sortBackwards: false,
    addToCur: true,
    curDeck: 1,
    newSpread: 0,
    dueCounts: true,
    curModel: modelId,
    collapseTime: 1200,
  };
  const dconf = {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
    rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  };
  return [
    conf,
    { [modelId]: model },
    // Two colons would make a deck within a deck.
    {
      1: { id: 1, name: 'Default', ...deck },
      [deckId]: { id: deckId, name: name.replaceAll('::', ': '), ...deck },
    },
    { 1: dconf },
    {},
  ].map((value) => JSON.stringify(value));
}
