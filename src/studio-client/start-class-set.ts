import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { base64Of } from './base64-of.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';

interface Outcome {
  /** HTML. */
  readonly outcome: string;
  readonly problem: string;
}

/** Sends a roster, and shows the copies that were made of it. */
export function startClassSet(): void {
  const form = elementOf('class-set', HTMLFormElement);
  const outcome = elementOf('outcome', HTMLElement);
  const { set = '', exam = '' } = form.dataset;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    outcome.textContent = STUDIO_WORDS.working;
    const fields = new FormData(form);
    const file = fields.get('file');
    const isFile = file instanceof File && file.size > 0;
    const value = (name: string) => String(fields.get(name) ?? '');
    const { body } = await post<Outcome>(set, {
      exam,
      ...(isFile ? { file: { name: file.name, data: await base64Of(file) } } : { text: value('roster') }),
      forms: fields.getAll('forms').map(String),
      spares: value('spares') || '0',
      order: value('order'),
      paper: value('paper'),
      style: value('style'),
    });
    if (body.outcome === undefined) outcome.textContent = body.problem ?? STUDIO_WORDS.stopped;
    else outcome.innerHTML = body.outcome;
    outcome.focus();
  });
  outcome.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLElement) || target.id !== 'forget') return;
    const { body } = await post<Outcome>('/class-sets/forget', {});
    outcome.textContent = body.outcome ?? STUDIO_WORDS.stopped;
    form.reset();
  });
}
