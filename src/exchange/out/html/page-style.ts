import { LOOKS, type Look } from '../../../blocks/look.ts';
import type { Style } from '../../../layout/style/style.ts';

/** Fonts that computers have, for the families of a style. */
const FONTS: Readonly<Record<string, string>> = {
  serif: '"Source Serif 4", Cambria, Georgia, serif',
  lightserif: '"Source Serif 4", Cambria, Georgia, serif',
  sans: '"Source Sans 3", Calibri, "Helvetica Neue", sans-serif',
  lightsans: '"Source Sans 3", Calibri, "Helvetica Neue", sans-serif',
  legible: '"Atkinson Hyperlegible Next", Verdana, sans-serif',
};

/** The classes of text, by their looks. Body text is what the whole page is set in. */
const CLASSES = LOOKS.filter((look) => look !== 'body');

/** The style sheet of a page: the type and colours of a style, at sizes that the reader’s browser may change. */
export function pageStyle(style: Style): string {
  const type = (look: Look) => {
    const weight = style[`${look}-weight`];
    const size = Math.round((style[`${look}-size`] / style['body-size']) * 1000) / 1000;
    const leading = Math.round((style[`${look}-leading`] / style[`${look}-size`]) * 100) / 100;
    const slant = weight === 'italic' && style.italics ? 'font-style:italic;' : 'font-style:normal;';
    return `font-family:${FONTS[style[`${look}-font`]] ?? 'monospace'};font-size:${size}rem;line-height:${leading};font-weight:${weight === 'bold' ? 'bold' : 'normal'};${slant}`;
  };
  const rule = cssColour(style.rule);
  const line = `1px ${style['rule-look'] === 'dotted' ? 'dotted' : 'solid'} ${rule}`;
  const tint = cssColour(style.tint);
  const accent = cssColour(style.accent);
  return `
html{font-size:112.5%;color:#000;background:#fff}
body{${type('body').replace(/font-size:[^;]*;/, '')}margin:0;overflow-wrap:break-word}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{${type('title')}}h2{${type('heading')}}h3,h4,h5,h6{${type('subheading')}}
h1,h2,h3,h4,h5,h6{margin:1.4em 0 .3em;overflow-wrap:anywhere}h1:first-child{margin-top:0}
${CLASSES.map((look) => `.${look}{${type(look)}}`).join('\n')}
p,ul,ol,dl,table,figure,blockquote,pre{margin:.5em 0}
p.small{margin:.25em 0}
a{color:inherit}
em{font-style:${style.italics ? 'italic' : 'normal'}${style.italics ? '' : ';font-weight:bold'}}
blockquote{border-left:3px solid ${accent};padding-left:.8rem;margin-left:0;margin-right:0}
.from{${type('small')}margin-top:.1em}
.tint,.callout{background:${tint};padding:.5rem .8rem;margin:.8em 0}
.frame{border:${line};padding:.5rem .8rem;margin:.8em 0}
.bar,.callout{border-left:3px solid ${accent};padding-left:.8rem}
.tint>:first-child,.frame>:first-child,.callout>:first-child{margin-top:0}
.columns{display:flex;flex-wrap:wrap;gap:0 1.2rem}.columns>div{min-width:8rem}
.board{columns:18rem;column-gap:1rem}.board>section{break-inside:avoid;margin:0 0 .8em}
.right{text-align:right}.centre{text-align:center}
.quiet{color:${greyFor(style.quiet)}}
.verse{position:relative;padding-right:2.5em}.number{position:absolute;right:0;font-size:.8em}
.open{line-height:2.2}
.tail{float:right;margin-left:1em;${type('label')}}
.blank,.rest{display:inline-block;border-bottom:1px solid #000;height:1em}.rest{width:60%}
.box{font-size:1.3em;padding:0 .2em}
.label{font-weight:bold}
ul.labelled{list-style:none;padding-left:0}.labelled>li,.part{display:grid;grid-template-columns:minmax(2.4em,auto) 1fr;gap:0 .5em;align-items:baseline}
.part{margin:1em 0;clear:both}.part>.label{margin:0;${type('body')}font-weight:bold}.framed{border:1px solid #000;text-align:center}
.labelled>li>div>:first-child,.part>div>:first-child{margin-top:0}
ul.tight>li>p,ol.tight>li>p{margin:.1em 0}
dt{font-weight:bold}dd{margin-left:1.2em}
.run-in dt{float:left;clear:left;margin-right:.6em}.run-in dd{margin-left:0}.run-in{${type('small')}}
div,figure{min-width:0}.wide{overflow-x:auto}.wide th,.wide td{overflow-wrap:normal}
table{border-collapse:collapse;${type('small')}}table.large{${type('body')}}
th,td{text-align:left;overflow-wrap:anywhere;vertical-align:top;padding:.25em .8em .25em 0;border-bottom:${line}}
th{font-weight:bold}th.plain{font-weight:normal}th.right,td.right{text-align:right}th.centre,td.centre{text-align:center}
table.grid th,table.grid td{border:${line};padding:.25em .5em}
figure{margin-left:0;margin-right:0;text-align:center}figure.emblem{text-align:left}img{max-width:100%;height:auto}
figcaption{${type('small')}}
.line{display:block;height:${style['answer-line-gap']}mm;border-bottom:${line}}
.answer .boxed,.answer .squared,.answer .dotted{display:block;border:${line}}.answer .blank{display:block;border:0}
ul.contents,ul.index{list-style:none;padding-left:0}.depth1{margin-left:1.2em}.depth2{margin-left:2.4em}
.group{break-inside:avoid}
@media print{.page{break-before:page}main{max-width:none;padding:0}h1,h2,h3,h4,h5,h6{break-after:avoid}}
`.trim();
}

/** A colour of a style as CSS has it. */
function cssColour(token: string | number): string {
  if (typeof token === 'string' && token.startsWith('#')) return token;
  const part = Math.round(Number(token) * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${part.repeat(3)}`;
}

/** On a screen, grey text needs as much contrast as any. */
const greyFor = (quiet: number): string => cssColour(Math.min(quiet, 0.4));
