/** Makes things one by one when they are asked for, and begins the next meanwhile: other programs work at its making. */
export function lookahead<Key, T>(keys: readonly Key[], make: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const begun = new Map<Key, Promise<T>>();
  const begin = (key: Key): Promise<T> => {
    const making = begun.get(key) ?? make(key);
    begun.set(key, making);
    // Whoever asks for it hears of it.
    making.catch(() => undefined);
    return making;
  };
  return async (key) => {
    const made = await begin(key);
    const next = keys[keys.indexOf(key) + 1];
    if (next !== undefined) begin(next);
    return made;
  };
}
