/** The doors of the package: `briefwright`, and `briefwright/<name>` for each other. Their files are `src/doors/<name>.ts`. */
export const doors = ["index", "charts", "check", "record", "pdf", "verify", "queue"] as const;

/** What a program imports. */
export const specifierOf = (door: string): string => (door === "index" ? "briefwright" : `briefwright/${door}`);

export const sourceOf = (door: string): string => `src/doors/${door}.ts`;
