/** Goes to the page that a list or a form says as soon as something is chosen in it. */
export function startChoices(): void {
  for (const list of document.querySelectorAll('select[data-go]'))
    list.addEventListener('change', () => {
      if (list instanceof HTMLSelectElement) location.assign(list.value);
    });
  const form = document.querySelector('form.choices');
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    const chosen = new URLSearchParams();
    const { file = '', pack = '' } = form.dataset;
    chosen.set('file', file);
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') chosen.set(name, value);
    location.assign(`/packs/${encodeURIComponent(pack)}/edit?${chosen}`);
  });
}
