/** What messages call a picture: its path or, if the text itself holds it, its type alone and not its data. */
export function pictureName(picture: string): string {
  if (!/^data:/i.test(picture)) return picture;
  const [, type = ''] = /^data:([a-z]+\/[a-z0-9+.-]{1,30})(?=[;,])/i.exec(picture) ?? [];
  return `data:${type}…`;
}
