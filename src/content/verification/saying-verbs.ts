/** Verbs of saying, in the forms that speech tags have. */
const PLAIN =
  'said says asked asks replied replies answered answers called calls cried cries whispered whispers shouted shouts muttered mutters murmured murmurs told tells added adds continued continues began begins repeated repeats insisted insists admitted admits agreed agrees announced announces explained explains observed observes remarked remarks exclaimed exclaims snapped snaps screamed screams yelled yells wondered wonders suggested suggests declared declares demanded demands offered offers warned warns promised promises begged begs urged urges objected objects protested protests pleaded pleads mumbled mumbles stammered stammers interrupted interrupts returned responded responds inquired inquires enquired enquires rejoined rejoins interposed interposes retorted retorts pursued resumed resumes echoed persisted persists assented assents ejaculated proceeded proposed ventured conceded confessed informed assured reminded affirmed asserted commented concluded confirmed corrected countered croaked drawled faltered finished gasped grumbled implored intoned mused ordered piped pronounced queried questioned reasoned roared shrieked spluttered sputtered squeaked stated stuttered thundered vouched whimpered whined bellowed bawled barked bleated blurted boasted commanded complained counselled cautioned entreated hazarded remonstrated interjected proclaimed contradicted corroborated rebuked advised intervened reassured speculated opined conjectured vociferated stipulated confided quoted enunciated scolded sang recited vowed wailed quavered boomed jeered simpered cooed blustered mourned';
/** What people do while they speak, and also in silence: a tag only in the same sentence as the speech. */
const MANNER =
  'laughed laughs smiled smiles sighed sighs breathed breathes growled growls hissed hisses groaned groans moaned moans sobbed sobs chuckled chuckles giggled giggles grinned grins sneered sneers scoffed scoffs snorted snorts panted pants wept beamed purred nodded considered reflected read supplied prompted acknowledged';
/** Verbs of more than one word. */
const PHRASES = [
  'went on',
  'goes on',
  'put in',
  'puts in',
  'broke in',
  'breaks in',
  'cut in',
  'burst out',
  'burst forth',
  'struck in',
  'chimed in',
  'called out',
  'cried out',
  'struck up',
];

const words = (list: string) => list.split(' ');

/** Every verb of saying that is a single word. */
export const SAYING_VERBS: ReadonlySet<string> = new Set([...words(PLAIN), ...words(MANNER)]);

export const MANNER_VERBS: ReadonlySet<string> = new Set(words(MANNER));

/** A pattern that matches any of them. */
export const ANY_SAYING_VERB = [...PHRASES, ...SAYING_VERBS].join('|');
