/** What is known of an error that nobody foresaw: where it came from, if it says so. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
