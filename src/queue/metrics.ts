/** Numbers that a worker counts, in the text form of Prometheus. */
export interface Metrics {
  count(name: CounterName, labels?: Labels): void;
  /** Of one briefing, or one request. */
  observe(name: HistogramName, seconds: number, labels?: Labels): void;
  /** @param gauges what is asked for when the page is: one line each. */
  format(gauges: readonly Gauge[]): string;
}

export type Labels = Readonly<Record<string, string>>;

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly values: readonly { readonly labels: Labels; readonly value: number }[];
}

const counters = {
  briefwright_briefings_total: "Briefings that came to an end, by what became of them.",
  briefwright_store_requests_total: "Requests to stores, by what was asked, of which store, and how it ended.",
  briefwright_tries_total: "Areas that are tried again, as a store or Redis did not answer.",
} as const;
const histograms = {
  briefwright_briefing_seconds: "From when a worker took an area until it was written.",
  briefwright_store_seconds: "How long a store took to answer.",
} as const;

type CounterName = keyof typeof counters;
type HistogramName = keyof typeof histograms;

/** Upper bounds in seconds: from a request on one machine to a briefing that reaches its limit. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface Observed {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const counted = new Map<CounterName, Map<string, number>>();
  const observed = new Map<HistogramName, Map<string, Observed>>();
  return {
    count(name, labels = {}) {
      const own = counted.get(name) ?? new Map<string, number>();
      counted.set(name, own);
      const key = formatLabels(labels);
      own.set(key, (own.get(key) ?? 0) + 1);
    },
    observe(name, seconds, labels = {}) {
      const own = observed.get(name) ?? new Map<string, Observed>();
      observed.set(name, own);
      const key = formatLabels(labels);
      const found = own.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      own.set(key, found);
      const at = bounds.findIndex((bound) => seconds <= bound);
      if (at >= 0) found.buckets[at] = (found.buckets[at] ?? 0) + 1;
      found.sum += seconds;
      found.count += 1;
    },
    format: (gauges) =>
      [
        ...Object.entries(counters).flatMap(([name, help]) => [
          ...head(name, help, "counter"),
          ...[...(counted.get(name as CounterName) ?? [])].map(
            ([labels, value]) => `${name}${braced(labels)} ${value}`,
          ),
        ]),
        ...Object.entries(histograms).flatMap(([name, help]) => [
          ...head(name, help, "histogram"),
          ...[...(observed.get(name as HistogramName) ?? [])].flatMap(([labels, found]) =>
            histogramLines(name, labels, found),
          ),
        ]),
        ...gauges.flatMap(({ name, help, values }) => [
          ...head(name, help, "gauge"),
          ...values.map(({ labels, value }) => `${name}${braced(formatLabels(labels))} ${value}`),
        ]),
        "",
      ].join("\n"),
  };
}

const head = (name: string, help: string, type: string): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function histogramLines(name: string, labels: string, { buckets, sum, count }: Observed): readonly string[] {
  const withBound = (bound: string) => braced(labels === "" ? `le="${bound}"` : `${labels},le="${bound}"`);
  let below = 0;
  const lines = bounds.map((bound, at) => {
    below += buckets[at] ?? 0;
    return `${name}_bucket${withBound(String(bound))} ${below}`;
  });
  return [
    ...lines,
    `${name}_bucket${withBound("+Inf")} ${count}`,
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${count}`,
  ];
}

const braced = (labels: string): string => (labels === "" ? "" : `{${labels}}`);

const formatLabels = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",");

const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
