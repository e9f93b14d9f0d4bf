import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder for what can be made again at any time, by the conventions of the system. It may not exist.
 * @returns undefined if the user wants no cache (`STUDYPACK_NO_CACHE`), or there is no place for one
 */
export function cacheFolder({ env, platform } = process): string | undefined {
  if (env['STUDYPACK_NO_CACHE']) return undefined;
  const folder = env['XDG_CACHE_HOME'] || (platform === 'win32' ? env['LOCALAPPDATA'] : homeCaches(platform));
  return folder && isAbsolute(folder) ? join(folder, 'studypack') : undefined;
}

function homeCaches(platform: string): string | undefined {
  try {
    return join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
  } catch {
    // The system does not know the user, as in some containers.
    return undefined;
  }
}
