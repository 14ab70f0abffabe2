/** What may be undefined in an object, as a key that may not be there. */
export type Defined<T> = { readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/**
 * An object as it is published: without the keys whose value is undefined, as in JSON. Of its own keys only; what they hold is as it was.
 * Inside the program options say `x: T | undefined`, and nothing is taken out.
 */
export const defined = <const T extends object>(of: T): Defined<T> => {
  if (!Object.values(of).includes(undefined)) return { ...of } as Defined<T>;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(of)) if (value !== undefined) kept[key] = value;
  return kept as Defined<T>;
};
