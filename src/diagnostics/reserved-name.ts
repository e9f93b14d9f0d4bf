/** Names that Windows keeps for devices, with or without an ending: nobody can open, copy or unpack a file of such a name there. */
const DEVICES = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i;

/** Why a file or folder cannot have a name on some systems, in words; undefined if it can. */
export function reservedName(name: string): string | undefined {
  if (DEVICES.test(name)) return 'Windows keeps this name for a device';
  if (/[. ]$/.test(name)) return 'Windows leaves out full stops and spaces at the end of a name';
  if (/[<>:"|?*\u0000-\u001F]/.test(name)) return 'Windows allows none of < > : " | ? * in a name';
  return undefined;
}

/** What a disk that ignores capitals, and the ways to write an accent, takes a name for. */
export const nameOnDisk = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
