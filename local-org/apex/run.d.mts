/** The arguments of java for a command of the engine; builds the engine when its sources changed. */
export function javaArguments(words: string[]): string[];
