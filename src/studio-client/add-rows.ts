/** A number in a name or an id, with what is before it: `field.sections.2.` or `f-sections-2-`. */
type Renumber = (written: string) => string;

const NAMED = ['name', 'id', 'for', 'aria-describedby', 'aria-labelledby', 'data-name'];

/** Keeps an empty row at the end of each list of a form, so that many can be added before anything is saved. */
export function addRows(form: HTMLFormElement): void {
  const empty = new Map<string, HTMLElement>();
  for (const group of form.querySelectorAll<HTMLElement>('details.another'))
    empty.set(listOf(group), group.cloneNode(true) as HTMLElement);
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) addSelect(target);
  });
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    addPair(target.closest('.pair'));
    addGroup(target.closest('details.another'), empty);
  });
}

/** Adds an empty list below the last of several, when something was chosen in that. */
function addSelect(list: HTMLSelectElement): void {
  const rows = [...(list.closest('fieldset')?.querySelectorAll('select') ?? [])].filter(
    ({ name }) => name === list.name,
  );
  // A list with only one choice has a label of its own.
  if (rows.at(-1) !== list || list.value === '' || !list.ariaLabel) return;
  const next = list.cloneNode(true) as HTMLSelectElement;
  next.id = `${list.id}-`;
  next.value = '';
  next.ariaLabel = numbered(list.ariaLabel);
  list.after(next);
}

/** Adds an empty pair below the last, when something was written into that. */
function addPair(pair: Element | null): void {
  if (!pair || pair.nextElementSibling?.matches('.pair')) return;
  const next = pair.cloneNode(true) as Element;
  for (const input of next.querySelectorAll('input')) {
    input.value = '';
    input.removeAttribute('value');
    input.id += '-';
    input.ariaLabel = numbered(input.ariaLabel ?? '');
  }
  pair.after(next);
}

/** Adds an empty group below the last of a list, when something was written into that. */
function addGroup(group: HTMLElement | null, empty: ReadonlyMap<string, HTMLElement>): void {
  const fresh = group && empty.get(listOf(group));
  if (!group || !fresh || group.nextElementSibling?.matches('details.another')) return;
  const next = fresh.cloneNode(true) as HTMLElement;
  const renumber = renumbering(next.dataset['name'] ?? '', `${listOf(group)}.${numberOf(group) + 1}`);
  for (const element of [next, ...next.querySelectorAll('*')])
    for (const name of NAMED) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, renumber(value));
    }
  group.after(next);
}

const listOf = (group: HTMLElement) => (group.dataset['name'] ?? '').replace(/\.\d+$/, '');
const numberOf = (group: HTMLElement) => Number((group.dataset['name'] ?? '').split('.').at(-1));

function renumbering(from: string, to: string): Renumber {
  const asId = (name: string) => name.replaceAll('.', '-');
  return (written) =>
    written === from
      ? to
      : written.replaceAll(`.${from}.`, `.${to}.`).replaceAll(`-${asId(from)}-`, `-${asId(to)}-`);
}

/** Gives the label of the next row. */
const numbered = (label: string) => label.replace(/\d+$/, (number) => String(Number(number) + 1));
