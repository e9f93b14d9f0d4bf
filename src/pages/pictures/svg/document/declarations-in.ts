/** The declarations in a `style` attribute, by property. An important one stays. */
export function declarationsIn(style: string): Record<string, string> {
  const found = new Map<string, { value: string; important: boolean }>();
  // Not at the semicolon of an address inside the style: url(data:image/png;base64,…).
  for (const part of style.split(/;(?![^(]*\))/)) {
    const at = part.indexOf(':');
    if (at < 1) continue;
    const important = /!\s*important\s*$/i.test(part);
    const name = part.slice(0, at).trim();
    if (found.get(name)?.important && !important) continue;
    const value = part
      .slice(at + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim();
    found.set(name, { value, important });
  }
  return Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
}
