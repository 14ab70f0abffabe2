/** What is used of `@opentelemetry/api`, where a program has it: without an SDK that a program registers, it does nothing. */
interface OpenTelemetry {
  readonly trace: {
    getTracer(name: string): {
      startActiveSpan<T>(
        name: string,
        options: { readonly kind: number; readonly attributes: Attributes },
        context: unknown,
        act: (span: Span) => T,
      ): T;
    };
  };
  readonly context: { active(): unknown };
  readonly propagation: {
    inject(context: unknown, carrier: Record<string, string>): void;
    extract(context: unknown, carrier: Readonly<Record<string, string>>): unknown;
  };
}

type Attributes = Readonly<Record<string, string | number>>;

interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  recordException(error: Error): void;
  end(): void;
}

/** Spans of work, children of one that another process began. */
export interface Tracer {
  /** @param carrier of `carry`, of the process that asked for the work. */
  span<T>(name: string, details: SpanDetails, act: (tell: Tell) => Promise<T>): Promise<T>;
  /** What to hand on, so that work elsewhere belongs to the span that is under way. */
  carry(): Readonly<Record<string, string>>;
}

export interface SpanDetails {
  readonly kind: "producer" | "consumer";
  readonly carrier?: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
}

type Tell = (attributes: Attributes) => void;

// SpanKind and SpanStatusCode of the API.
const kinds = { producer: 3, consumer: 4 } as const;
const errorCode = 2;

/** Where a type checker does not look for it. */
const packageName: string = "@opentelemetry/api";

export async function loadTracer(): Promise<Tracer> {
  let api: OpenTelemetry;
  try {
    api = (await import(packageName)) as OpenTelemetry;
  } catch {
    // It is there for those who trace.
    return { span: (_, __, act) => act(() => undefined), carry: () => ({}) };
  }
  return {
    span(name, { kind, carrier = {}, attributes }, act) {
      const active = api.context.active();
      const parent = Object.keys(carrier).length > 0 ? api.propagation.extract(active, carrier) : active;
      const options = { kind: kinds[kind], attributes };
      return api.trace.getTracer("briefwright").startActiveSpan(name, options, parent, async (span) => {
        try {
          return await act((more) => {
            for (const [key, value] of Object.entries(more)) span.setAttribute(key, value);
          });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          span.setStatus({ code: errorCode, message });
          if (error instanceof Error) span.recordException(error);
          throw error;
        } finally {
          span.end();
        }
      });
    },
    carry() {
      const carrier: Record<string, string> = {};
      api.propagation.inject(api.context.active(), carrier);
      return carrier;
    },
  };
}
