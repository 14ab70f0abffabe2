import type { Crew } from "../batch/index.ts";

/** The crew of a run: another one where the last could not go on. */
export interface Crews {
  get(): Promise<Crew>;
  /** Ends those that could not go on: called when nobody waits for them. */
  sweep(): Promise<void>;
  end(): Promise<void>;
}

export function createCrews(hire: () => Promise<Crew>): Crews {
  let current: Promise<Crew> | undefined;
  const retired: Crew[] = [];
  const retiring = async <T>(crew: Crew, answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      // A worker that cannot be made ready makes a crew useless for all that it is asked.
      if (!retired.includes(crew)) retired.push(crew);
      current = undefined;
      throw error;
    }
  };
  const hired = async (): Promise<Crew> => {
    const crew = await hire();
    return {
      ...crew,
      make: (parameters) => retiring(crew, crew.make(parameters)),
      look: (parameters) => retiring(crew, crew.look(parameters)),
      indexPage: (manifest) => retiring(crew, crew.indexPage(manifest)),
    };
  };
  const sweep = async (): Promise<void> => {
    for (const crew of retired.splice(0)) await crew.end();
  };
  return {
    get() {
      if (!current) {
        const own = hired();
        current = own;
        own.catch(() => {
          if (current === own) current = undefined;
        });
      }
      return current;
    },
    sweep,
    async end() {
      const own = current;
      current = undefined;
      await sweep();
      await (await own?.catch(() => undefined))?.end();
    },
  };
}
