/** An error in how a command is used, in words for the user. The program prints it and ends with exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/**
 * Prints what is wrong with a command line, and where to read how it is used.
 * @param command the command whose help to point to; undefined for the help of the program
 * @returns the exit code
 */
export function printWrongUsage({ message }: WrongUsage, command?: string): number {
  const help = ['studypack', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  process.stderr.write(`${message}\nFor help, run \`${help}\`.\n`);
  return 2;
}
