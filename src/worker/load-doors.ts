/** Every door of this running package, by what a module imports. */
export async function loadDoors(): Promise<Readonly<Record<string, object>>> {
  const [briefwright, charts, check, record, pdf, verify, queue] = await Promise.all([
    import("../doors/index.ts"),
    import("../doors/charts.ts"),
    import("../doors/check.ts"),
    import("../doors/record.ts"),
    import("../doors/pdf.ts"),
    import("../doors/verify.ts"),
    import("../doors/queue.ts"),
  ]);
  return {
    briefwright,
    "briefwright/charts": charts,
    "briefwright/check": check,
    "briefwright/record": record,
    "briefwright/pdf": pdf,
    "briefwright/verify": verify,
    "briefwright/queue": queue,
  };
}
