import { inputError } from "./input-error.ts";

/**
 * The date that the environment sets for reproducible builds (https://reproducible-builds.org/specs/source-date-epoch/):
 * whole seconds since 1970. Undefined where it sets none. Throws an `InputError`.
 */
export function sourceDate({
  SOURCE_DATE_EPOCH: seconds,
}: Readonly<Record<string, string | undefined>>): Date | undefined {
  if (seconds === undefined || seconds === "") return undefined;
  const date = new Date(Number(seconds) * 1000);
  if (/^\d+$/.test(seconds) && !Number.isNaN(date.getTime())) return date;
  throw inputError({
    code: "invalid-option",
    message: `SOURCE_DATE_EPOCH is "${seconds}", which is not a number of seconds.`,
  });
}
