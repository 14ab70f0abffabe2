export const observationStatuses = [
  "provisional",
  "revised",
  "estimated",
  "break",
  "lower-bound",
  "partial-period",
  "forecast",
] as const;

/**
 * Qualifiers of an observation. `lower-bound`: the publisher says "at least". `partial-period`: less than the whole
 * period is covered. The rest are SDMX's; `forecast`: what is expected, a projection as well.
 */
export type ObservationStatus = (typeof observationStatuses)[number];
