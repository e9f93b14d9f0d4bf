/** An argument as it is typed: in quotation marks if a shell would split it. */
export const quotedArgument = (argument: string): string =>
  /^[\w./:=@%+,-]+$/.test(argument) ? argument : JSON.stringify(argument);
