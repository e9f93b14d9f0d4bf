import { html } from 'hono/html';
import { FORM_WORDS } from '../wording/form-words.ts';
import {
  BODY_NAME,
  type Choice,
  type EntryForm,
  FIELD_PREFIX,
  type FieldInput,
  type FormField,
  type FormPart,
  type FormSection,
  HEADING_NAME,
  SECTION_PREFIX,
} from './entry-form.ts';
import { asSentence } from './field-words.ts';

type Html = ReturnType<typeof html>;

/** What is wrong with fields, by their paths. */
export type FormProblems = ReadonlyMap<string, string>;

const NO_PROBLEMS: FormProblems = new Map();
/** Empty rows below a list, for new items. */
const MORE_ROWS = 1;

/**
 * Gives the fields of a form as HTML, to be put into a `form`: each with its label, help and what is wrong with it. Works
 * without a script; names of inputs are those that `writeForm` reads.
 * @param id what ids begin with, if a page has several forms
 */
export function formHtml(form: EntryForm, problems: FormProblems = NO_PROBLEMS, id = 'f'): Html {
  const w = FORM_WORDS;
  const context = { problems, id };
  const line = (name: string, label: string, value: string): FormField => ({
    kind: 'field',
    name,
    label,
    help: '',
    isNeeded: true,
    input: { kind: 'line', value },
  });
  return html`${form.heading === undefined ? '' : partHtml(line('', form.headingLabel, form.heading), { ...context, sent: HEADING_NAME })}
${form.parts.map((part) => partHtml(part, context))}
${textarea({ id: `${id}-${BODY_NAME}`, name: BODY_NAME, label: form.bodyLabel, help: form.bodyHelp, value: form.body, rows: 10 })}
${sectionsHtml(form.sections, id)}
${form.more.length === 0 ? '' : html`<details class="more"><summary>${w.more}</summary>${form.more.map((part) => partHtml(part, context))}</details>`}`;
}

/** Parts that the text does not have yet are folded away, so that a form is no longer than what is in it. */
function sectionsHtml(sections: readonly FormSection[], id: string): Html {
  const area = ({ heading, text }: FormSection) =>
    textarea({
      id: idOf(heading, { id: `${id}-section`, problems: NO_PROBLEMS }),
      name: SECTION_PREFIX + heading,
      label: heading,
      help: '',
      value: text,
      rows: 5,
    });
  const missing = sections.filter(({ isThere }) => !isThere);
  return html`${sections.filter(({ isThere }) => isThere).map(area)}
${missing.length === 0 ? '' : html`<details class="more"><summary>${FORM_WORDS.moreSections}</summary>${missing.map(area)}</details>`}`;
}

interface Context {
  readonly problems: FormProblems;
  readonly id: string;
  /** The name of its input, if it is not a field of the front matter. */
  readonly sent?: string;
}

function partHtml(part: FormPart, context: Context): Html {
  if (part.kind === 'field') return fieldHtml(part, context);
  const { label, help, parts, name } = part;
  const helpId = `${idOf(name, context)}-help`;
  // Folded away, so that it does not look like something to fill in. The script of the page needs to know its number.
  if (part.isNew)
    return html`<details class="another" data-name="${name}"><summary>${label}</summary><fieldset class="group"><legend class="hidden">${label}</legend>
${parts.map((inner) => partHtml(inner, context))}</fieldset></details>`;
  return html`<fieldset class="group"${describedBy(help === '' ? [] : [helpId])}><legend>${label}</legend>
${help === '' ? '' : html`<p class="help" id="${helpId}">${help}</p>`}
${parts.map((inner) => partHtml(inner, context))}</fieldset>`;
}

const idOf = (name: string, { id, sent }: Context) => `${id}-${(sent ?? name).replace(/[^a-z0-9]+/gi, '-')}`;

function fieldHtml(field: FormField, context: Context): Html {
  const { name, label, help, input, isNeeded } = field;
  const id = idOf(name, context);
  const problem = context.problems.get(name);
  const notes = [...(help === '' ? [] : [`${id}-help`]), ...(problem === undefined ? [] : [`${id}-problem`])];
  const about = html`${help === '' ? '' : html`<p class="help" id="${id}-help">${help}</p>`}${problem === undefined ? '' : html`<p class="problem" id="${id}-problem">${asSentence(problem)}</p>`}`;
  const title = html`${label}${isNeeded ? html` <span class="needed">(${FORM_WORDS.needed})</span>` : ''}`;
  const shared: Shared = {
    id,
    sent: context.sent ?? FIELD_PREFIX + name,
    attributes: html`${describedBy(notes)}${problem === undefined ? '' : html` aria-invalid="true"`}${isNeeded ? html` aria-required="true"` : ''}`,
  };
  // Several inputs have one title; each has a name of its own besides.
  if (input.kind === 'choices' || input.kind === 'pairs')
    return html`<fieldset class="field"${describedBy(notes)}><legend>${title}</legend>${about}
${input.kind === 'choices' ? rowsOf(input, label, shared) : pairRows(input.pairs, label, shared)}</fieldset>`;
  if (input.kind === 'written')
    return html`<div class="field"><p class="label" id="${id}">${title}</p>${about}<pre tabindex="0" role="group" aria-labelledby="${id}">${input.text}</pre></div>`;
  return html`<div class="field"><label for="${id}">${title}</label>${about}
${inputHtml(input, shared)}</div>`;
}

interface Shared {
  readonly id: string;
  readonly sent: string;
  readonly attributes: Html;
}

const describedBy = (ids: readonly string[]) =>
  ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;

function inputHtml(input: FieldInput, { id, sent, attributes }: Shared): Html | '' {
  switch (input.kind) {
    case 'line':
      return html`<input type="text" id="${id}" name="${sent}" value="${input.value}" autocomplete="off"${attributes}>`;
    case 'number':
      return html`<input type="text" inputmode="numeric" class="short" id="${id}" name="${sent}" value="${input.value}" autocomplete="off"${attributes}>`;
    case 'date':
      return html`<input type="date" class="short" id="${id}" name="${sent}" value="${input.value}"${attributes}>`;
    case 'text':
      return areaHtml(input.value, 3, { id, sent, attributes });
    case 'list':
      return areaHtml(input.values.join('\n'), Math.max(2, input.values.length + 1), {
        id,
        sent,
        attributes,
      });
    case 'choice':
      return html`<select id="${id}" name="${sent}"${attributes}>${optionsHtml(input.value, input.choices, FORM_WORDS.notSaid)}</select>`;
    default:
      return '';
  }
}

/** A first line end in an area is not part of its text. */
const areaHtml = (value: string, rows: number, { id, sent, attributes }: Shared) =>
  html`<textarea id="${id}" name="${sent}" rows="${rows}"${attributes}>
${value}</textarea>`;

const optionsHtml = (value: string, choices: readonly Choice[], none: string) =>
  [{ value: '', label: none }, ...choices].map(
    (one) =>
      html`<option value="${one.value}"${one.value === value ? html` selected` : ''}>${one.label}</option>`,
  );

/** A row for each chosen value and an empty one, so that the order can be changed without a script. */
function rowsOf(
  { values, choices }: Extract<FieldInput, { kind: 'choices' }>,
  label: string,
  { id, sent }: Shared,
): Html[] {
  const rows = [...values, ...Array<string>(MORE_ROWS).fill('')];
  return rows.map(
    (value, row) =>
      html`<select id="${id}-${row}" name="${sent}" aria-label="${FORM_WORDS.numbered(label, row + 1)}">${optionsHtml(value, choices, FORM_WORDS.none)}</select>`,
  );
}

function pairRows(
  pairs: readonly (readonly [string, string])[],
  label: string,
  { id, sent }: Shared,
): Html[] {
  const rows = [...pairs, ...Array<readonly [string, string]>(MORE_ROWS).fill(['', ''])];
  const w = FORM_WORDS;
  return rows.map(
    ([name, value], row) =>
      html`<div class="pair"><input type="text" id="${id}-${row}-name" name="${sent}.name" value="${name}" aria-label="${w.nameOfPair(label, row + 1)}" autocomplete="off"><input type="text" id="${id}-${row}-value" name="${sent}.value" value="${value}" aria-label="${w.valueOfPair(label, row + 1)}" autocomplete="off"></div>`,
  );
}

function textarea(area: {
  id: string;
  name: string;
  label: string;
  help: string;
  value: string;
  rows: number;
}): Html {
  const { id, name, label, help, value, rows } = area;
  const helpId = `${id}-help`;
  return html`<div class="field${name === BODY_NAME ? ' text' : ' part'}"><label for="${id}">${label}</label>${help === '' ? '' : html`<p class="help" id="${helpId}">${help}</p>`}
${areaHtml(value, rows, { id, sent: name, attributes: html`${describedBy(help === '' ? [] : [helpId])}` })}</div>`;
}
