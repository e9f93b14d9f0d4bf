import { Session } from 'node:inspector';

/** Items and letters that built-in functions went over. */
let passed = 0;

/** A built-in function as any code may call it. */
type Method = (this: { readonly length: number }, ...args: unknown[]) => unknown;

/** Those that go over what they are called on. Those that call a function for each item are counted by that function. */
const OF_LISTS = ['concat', 'fill', 'flat', 'includes', 'indexOf', 'join', 'lastIndexOf', 'reverse', 'slice'];
const THAT_MOVE = ['copyWithin', 'shift', 'splice', 'unshift'];
const OF_TEXTS = ['indexOf', 'includes', 'lastIndexOf', 'normalize', 'split', 'toLowerCase', 'toUpperCase'];

/** How much a call goes over: what is found early, or what is cut out, may be less than all. */
function lengthOfCall(name: string, length: number, args: readonly unknown[], result: unknown): number {
  const from = typeof args[1] === 'number' ? Math.max(0, args[1]) : 0;
  if (name === 'indexOf') return result === -1 ? Math.max(0, length - from) : Number(result) - from;
  if (name === 'lastIndexOf') return length - Math.max(0, Number(result));
  if (name === 'slice') return (result as { readonly length: number }).length;
  if (name === 'splice') return Math.max(0, length - Number(args[0]));
  return length;
}

function countCalls(prototype: object, names: readonly string[]): void {
  const methods = prototype as Record<string, Method>;
  for (const name of names) {
    const own = methods[name]!;
    methods[name] = function (...args) {
      const { length } = this;
      const result = own.apply(this, args);
      passed += lengthOfCall(name, length, args, result);
      return result;
    };
  }
}

/** Whether a pattern matches only where a text begins: it starts so, and has no other way that does not. */
function isAnchored(pattern: string): boolean {
  if (!pattern.startsWith('^')) return false;
  let depth = 0;
  let isClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === '\\') at++;
    else if (isClass) isClass = sign !== ']';
    else if (sign === '[') isClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) return false;
  }
  return true;
}

/** Letters between where a search begins and where its match ends. A pattern that tries many ways is not seen by this. */
function countMatches(): void {
  const own = RegExp.prototype.exec;
  const begins = new Map<string, boolean>();
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = own.call(this, text);
    if (match) passed += match.index - from + match[0].length;
    else {
      let isHere = begins.get(this.source);
      if (isHere === undefined) {
        isHere = isAnchored(this.source);
        begins.set(this.source, isHere);
      }
      passed += this.sticky || (isHere && !this.multiline) ? 1 : Math.max(0, String(text).length - from);
    }
    return match;
  };
}

const session = new Session();
/** Answers come before the call returns. */
function ask<T>(method: string, params: object = {}): T {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer as T;
}

interface Counts {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * Begins to count: how often each block of code is run, as V8 counts it for coverage, and what built-in functions go over,
 * which V8 does not count. It sees only code that is loaded from now on.
 */
export function beginCounting(): void {
  countCalls(Array.prototype, [...OF_LISTS, ...THAT_MOVE]);
  countCalls(String.prototype, OF_TEXTS);
  countCalls(Object.getPrototypeOf(Uint8Array.prototype), ['fill', 'indexOf', 'join', 'set', 'slice']);
  countMatches();
  session.connect();
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** The steps since they were last asked for. The same work always takes the same number. */
export function takeSteps(): number {
  const { result } = ask<Counts>('Profiler.takePreciseCoverage');
  let steps = passed;
  for (const { url, functions } of result)
    if (!url.startsWith('node:'))
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  passed = 0;
  return steps;
}

/** What takes most of the steps since they were last asked for, by file and function: for somebody who looks for them. */
export function mostSteps(): string[] {
  const { result } = ask<Counts>('Profiler.takePreciseCoverage');
  const found = result.flatMap(({ functions }) =>
    functions.map((one) => ({
      name: (one as { functionName?: string }).functionName,
      count: one.ranges.reduce((sum, { count }) => sum + count, 0),
    })),
  );
  const lines = found.sort((a, b) => b.count - a.count).slice(0, 12);
  const built = `${passed} in built-in functions`;
  passed = 0;
  return [built, ...lines.map(({ name, count }) => `${count} ${name}`)];
}
