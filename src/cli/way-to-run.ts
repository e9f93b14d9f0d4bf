/** How the program was started: by its own name, by npx, or by the npm script of this repository. */
type WayToRun = 'studypack' | 'npx studypack' | 'npm run -s studypack --';

/** Gives what to type before a command, so that messages can name a command that works where this one did. */
export function wayToRun(env: Readonly<Record<string, string | undefined>>): WayToRun {
  const event = env['npm_lifecycle_event'];
  if (event === 'studypack') return 'npm run -s studypack --';
  const isNpx = event === 'npx' && /\bstudypack\b/.test(env['npm_lifecycle_script'] ?? '');
  return isNpx ? 'npx studypack' : 'studypack';
}
