/** The words that start this program again, in another process, with other words of the command line. */
export const sameProgram = (argv: readonly string[], execArgv: readonly string[] = process.execArgv): string[] => [
  ...execArgv,
  ...process.argv.slice(1, 2),
  ...argv,
];
