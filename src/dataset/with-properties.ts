/**
 * A copy of an object with other properties in place of some of its own. Getters stay getters, as a spread would not have it: what
 * they cost is paid by who asks for it.
 */
export const withProperties = <T extends O, O extends object>(object: T, own: Partial<O>): T =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(object), ...Object.getOwnPropertyDescriptors(own) },
  ) as T;
