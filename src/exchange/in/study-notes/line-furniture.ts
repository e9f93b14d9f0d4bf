/** Lines that pages have for their own sake, by what they say: also in text that was copied from them. */
const LINES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[_.…‗]\s*){4,}$/, 'a line to write on'],
  [
    /^(?:(?:estimated )?reading time:? ?)?(?:about |approx\.? |~ ?)?\d+(?:[–-]\d+)?[ -]?min(?:ute)?s?\.?(?: (?:read|to read|reading time))?$/i,
    'the reading time',
  ],
  [/^(?:estimated )?reading time\b.{0,30}$/i, 'the reading time'],
  [
    /^(?:advertisements?|sponsored(?: content)?|ad|ads by \w+|remove ads|go ad-free.{0,40})$/i,
    'an advertisement',
  ],
  [
    /^(?:[▶►🔊🎧]\s*)?(?:listen to (?:this|the) \w+.{0,40}|play audio|audio (?:version|player).{0,20}|(?:\d{1,2}:)?\d{1,2}:\d{2} ?\/ ?(?:\d{1,2}:)?\d{1,2}:\d{2}.{0,10}|(?:0:00|00:00)\b.{0,20})$/iu,
    'an audio player',
  ],
  [
    /^(?:sign up|sign in|log ?in|register|subscribe|join (?:now|us|for free)|create (?:a free |an )?account|start (?:your )?free trial|get (?:started|instant access|the app|full access)|upgrade|unlock|already (?:a member|have an account))\b.{0,120}$/i,
    'an invitation to sign up',
  ],
  [
    /^(?:share(?: this)?(?: (?:page|article|post|on \w+))?|tweet|pin it|copy link|email (?:this|a friend)|print(?: (?:this )?page)?|save|cite this(?: page)?|download (?:the )?pdf|facebook|twitter|pinterest|whatsapp|reddit|linkedin)$/i,
    'buttons to share the page',
  ],
  [
    /^(?:skip to (?:main )?content|jump to.{0,40}|back to top|table of contents|contents|on this page|in this (?:article|guide)|menu|home|search|next|previous|read more|show more|see also|related (?:articles|posts|pages|content)|you (?:may|might) also like.{0,40}|more from .{0,40})$/i,
    'navigation',
  ],
  [/^(?:home|books?|study guides?|literature)(?: ?[›»>/] ?[^›»>/]{1,60}){1,6}$/i, 'navigation'],
  [
    /^(?:(?:last |first )?(?:updated|published|posted|modified|reviewed)(?: on| by)?:? .{0,60})$/i,
    'when the page was made',
  ],
  [/^(?:©|\(c\)|copyright\b).{0,160}$/i, 'the notice of copyright'],
  [
    /^(?:we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies).{0,200}$/i,
    'a notice on cookies',
  ],
  [/^(?:leave a (?:reply|comment)|\d+ comments?|post a comment)$/i, 'comments of readers'],
];

/** Says what a line is if a page has it for its own sake, such as “12 min read”; undefined if it is text. */
export const lineFurniture = (text: string): string | undefined =>
  text.length > 260 ? undefined : LINES.find(([pattern]) => pattern.test(text.trim()))?.[1];
