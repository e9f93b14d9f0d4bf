/** A text as YAML has it, whatever is in it. JSON is YAML too. */
export const plainYaml = (text: string): string => JSON.stringify(text);
