/** Freezes what several records share, with all that it holds, so that who changes one record in place is told and changes no other. */
export function freezeAll<T extends object>(shared: T): T {
  for (const held of Object.values(shared)) if (typeof held === "object" && held !== null) freezeAll(held);
  return Object.freeze(shared);
}
