import { ATTACKS } from './attacks.ts';
import { mostSteps, takeSteps } from './count-steps.ts';

// Tries the attacks whose names have the given words in them, or all, and prints a line of JSON for each.

/** The steps of one attack at a size. */
async function stepsAt(make: (size: number) => () => unknown, size: number): Promise<number> {
  const run = make(size);
  takeSteps();
  await run();
  return takeSteps();
}

const [wanted = '', shown] = process.argv.slice(2);
for (const { name, from, make } of ATTACKS.filter((attack) => attack.name.includes(wanted))) {
  // What is loaded or made ready once is not of this attack.
  await stepsAt(make, 1);
  const least = await stepsAt(make, 1);
  const steps: number[] = [];
  for (const size of [from, 2 * from, 4 * from, 8 * from]) steps.push(await stepsAt(make, size));
  console.log(JSON.stringify({ name, least, steps }));
  if (shown !== undefined) {
    await make(8 * from)();
    console.log(mostSteps().join('\n'));
  }
}
