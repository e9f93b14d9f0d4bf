/** Follows the speeches of a play in a page of an EPUB: names of speakers, what they say, and stage directions. */
export function dramaReader() {
  let voice: string | undefined;
  let nameDepth = 0;
  let directionDepth = 0;
  let direction = '';
  let held: string[] = [];
  return {
    /** Who speaks; empty within a name. */
    voice: (): string | undefined => voice,
    /**
     * Reads what an element is for. A name within a line is the speaker's only if the line begins with it.
     * @param types its `epub:type`
     * @param isFirst whether nothing comes before it in its block
     */
    open(types: string, depth: number, isFirst: boolean): 'persona' | undefined {
      if (directionDepth > 0) return undefined;
      if (/\bstage-direction\b/.test(types)) directionDepth = depth;
      else if (/\bpersona\b/.test(types) && isFirst && nameDepth === 0) return 'persona';
      return undefined;
    },
    /** Begins a speaker's name. */
    name(depth: number): void {
      nameDepth = depth;
    },
    isName: (depth: number): boolean => nameDepth === depth && nameDepth > 0,
    /** Ends a name: what follows is that person's. */
    speak(name: string): void {
      nameDepth = 0;
      voice = name.replace(/\s+/g, ' ').trim().replace(/[.:]$/, '') || undefined;
    },
    /** Ends an element. @returns whether it was a stage direction */
    close(depth: number): boolean {
      if (directionDepth !== depth) return false;
      directionDepth = 0;
      held.push(direction);
      direction = '';
      return true;
    },
    /** Takes words of a stage direction. @returns whether they are */
    direct(words: string): boolean {
      if (directionDepth === 0) return false;
      direction += words;
      return true;
    },
    /** Gives the stage directions since the last. */
    directions(): string[] {
      const directions = held;
      held = [];
      return directions;
    },
    /** Ends a speech. */
    end(): void {
      voice = undefined;
    },
  };
}
