/** HTML of a single paragraph without its element, as an entry of a list or a cell has it; other HTML as it is. */
export function unwrapped(html: string): string {
  const inside = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inside === undefined || inside.includes('<p>') || inside.includes('</p>') ? html : inside;
}
