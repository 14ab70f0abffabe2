/** What may be undefined in an object, as a key that may not be there. */
export type Defined<T> = { readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/**
 * An object as it is published: without the keys whose value is undefined, as in JSON. Of its own keys only; what they hold is as it was.
 * Inside the program options say `x: T | undefined`, and nothing is taken out.
 */
export const defined = <const T extends object>(of: T): Defined<T> => {
  // By its keys alone: pairs of these and their values would be several times as much as what is made here.
  const keys = Object.keys(of) as (keyof T)[];
  if (keys.every((key) => of[key] !== undefined)) return { ...of } as Defined<T>;
  const kept: { -readonly [Key in keyof T]?: T[Key] } = {};
  for (const key of keys) if (of[key] !== undefined) kept[key] = of[key];
  return kept as object as Defined<T>;
};
