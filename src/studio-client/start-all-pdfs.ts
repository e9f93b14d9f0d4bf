import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf, makeElement } from './make-element.ts';

/** How long a browser may take to begin with a file that it was given, in milliseconds. */
const A_MINUTE = 60_000;

/** Fetches all PDFs of a pack when asked to, and says so meanwhile: of a large pack it takes a while. */
export function startAllPdfs(): void {
  const link = document.getElementById('all-pdfs');
  if (!(link instanceof HTMLAnchorElement)) return;
  const status = elementOf('all-status', HTMLElement);
  const problems = elementOf('all-problems', HTMLElement);
  let isBusy = false;
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    status.textContent = STUDIO_WORDS.allWorking;
    problems.replaceChildren();
    const { said, list } = await fetchAll(link.href);
    status.textContent = said;
    if (list !== undefined) problems.innerHTML = list;
    isBusy = false;
  });
}

/** Fetches the file and hands it to the browser. @returns what to say; `list` is HTML */
async function fetchAll(address: string): Promise<{ said: string; list?: string }> {
  try {
    const response = await fetch(address);
    if (response.headers.get('Content-Type') !== 'application/zip') {
      const { problem, problems } = (await response.json()) as { problem: string; problems?: string };
      return { said: problem, ...(problems !== undefined && { list: problems }) };
    }
    const file = URL.createObjectURL(await response.blob());
    const name = decodeURIComponent(response.headers.get('Content-Disposition')?.split("''")[1] ?? '');
    makeElement('a', { href: file, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(file), A_MINUTE);
    return { said: STUDIO_WORDS.allMade(name) };
  } catch {
    return { said: STUDIO_WORDS.stoppedNow };
  }
}
