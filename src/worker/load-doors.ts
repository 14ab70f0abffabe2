const loaders: Readonly<Record<string, () => Promise<object>>> = {
  briefwright: () => import("../doors/index.ts"),
  "briefwright/charts": () => import("../doors/charts.ts"),
  "briefwright/check": () => import("../doors/check.ts"),
  "briefwright/record": () => import("../doors/record.ts"),
  "briefwright/pdf": () => import("../doors/pdf.ts"),
  "briefwright/verify": () => import("../doors/verify.ts"),
  "briefwright/queue": () => import("../doors/queue.ts"),
};

/** What a module may import of this package. */
export const doorSpecifiers: readonly string[] = Object.keys(loaders);

/** Doors of this running package, by what a module imports; default: every one. */
export async function loadDoors(
  specifiers: readonly string[] = doorSpecifiers,
): Promise<Readonly<Record<string, object>>> {
  const doors = specifiers.flatMap((specifier) => {
    const load = loaders[specifier];
    return load ? [load().then((door) => [specifier, door] as const)] : [];
  });
  return Object.fromEntries(await Promise.all(doors));
}
