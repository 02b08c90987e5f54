/** Files that may be longer than a person reads in one go, and why. */
export const LONG_FILES = new Map();
