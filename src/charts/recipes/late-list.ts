/**
 * A list whose entries are made when they are first asked for, and once; as JSON, or copied, it is any other list. For what most charts never ask: the
 * ways to draw a chart whose first way has room.
 */
export function lateList<Made>(makes: readonly (() => Made)[]): readonly Made[] {
  const list: Made[] = [];
  for (const [index, make] of makes.entries()) {
    const keep = (value: Made) => {
      Object.defineProperty(list, index, { value, enumerable: true, configurable: true, writable: true });
      return value;
    };
    Object.defineProperty(list, index, { get: () => keep(make()), enumerable: true, configurable: true });
  }
  return list;
}
