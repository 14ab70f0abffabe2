import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTracer } from "../../src/queue/tracing.ts";

interface Finished {
  readonly name: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: number; readonly message?: string };
  readonly parentSpanContext?: { readonly spanId: string };
  spanContext(): { readonly traceId: string; readonly spanId: string };
}

type Made = Readonly<Record<string, (value?: unknown) => unknown>>;
type Package = Readonly<Record<string, (new (...args: readonly unknown[]) => Made) & Made>>;

/** By a name that no type checker follows: those who do not trace do not install them. */
const load = async (name: string): Promise<Package> => import(/* @vite-ignore */ `@opentelemetry/${name}`);

function made(from: Package, name: string, ...args: readonly unknown[]): Made {
  const Constructor = from[name];
  if (!Constructor) throw new Error(`There is no ${name}.`);
  return new Constructor(...args);
}

describe("spans, where a program has registered an SDK of OpenTelemetry", () => {
  let finished: () => readonly Finished[];
  let shutDown: () => void;
  beforeAll(async () => {
    const [api, sdk, hooks, core] = await Promise.all([
      load("api"),
      load("sdk-trace-base"),
      load("context-async-hooks"),
      load("core"),
    ]);
    const exporter = made(sdk, "InMemorySpanExporter");
    const provider = made(sdk, "BasicTracerProvider", { spanProcessors: [made(sdk, "SimpleSpanProcessor", exporter)] });
    api.trace?.setGlobalTracerProvider?.(provider);
    api.context?.setGlobalContextManager?.(made(hooks, "AsyncLocalStorageContextManager").enable?.());
    api.propagation?.setGlobalPropagator?.(made(core, "W3CTraceContextPropagator"));
    finished = () => exporter.getFinishedSpans?.() as readonly Finished[];
    shutDown = () => {
      for (const part of ["trace", "context", "propagation"]) api[part]?.disable?.();
    };
  });
  afterAll(() => shutDown());

  it("are one trace from who enqueues to who makes, with what went wrong", async () => {
    const tracer = await loadTracer();
    const carrier = await tracer.span("enqueue", { kind: "producer", attributes: { areas: 2 } }, async () =>
      tracer.carry(),
    );
    expect(carrier.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    await tracer.span("make", { kind: "consumer", carrier, attributes: { name: "ash" } }, async (tell) =>
      tell({ outcome: "made" }),
    );
    const failing = tracer.span("make", { kind: "consumer", carrier, attributes: { name: "birch" } }, () =>
      Promise.reject(new Error("no store")),
    );
    await expect(failing).rejects.toThrow("no store");
    const [enqueued, made, failed] = finished();
    expect([enqueued?.kind, made?.kind]).toEqual([3, 4]);
    expect(made?.attributes).toEqual({ name: "ash", outcome: "made" });
    for (const span of [made, failed]) {
      expect(span?.spanContext().traceId).toBe(enqueued?.spanContext().traceId);
      expect(span?.parentSpanContext?.spanId).toBe(enqueued?.spanContext().spanId);
    }
    expect(failed?.status).toEqual({ code: 2, message: "no store" });
  });
});
