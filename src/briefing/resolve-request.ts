import type { BriefingRecord } from "../record/index.ts";
import { briefingDate } from "./briefing-date.ts";
import type { Trail, Verifiable } from "./briefing-spec.ts";
import { checkFormats, type OutputFormat } from "./output-format.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import type { RenderRequest } from "./render-briefing.ts";

interface Request {
  readonly formats?: readonly OutputFormat[] | undefined;
  readonly date?: Date | undefined;
  readonly draft?: boolean | undefined;
  readonly verifiable?: Verifiable | undefined;
  readonly trail?: Trail | undefined;
  readonly corrects?: readonly BriefingRecord[] | undefined;
}

/** What is asked for, with what the briefing says or is usual where the request says nothing. */
export function resolveRequest(
  { briefing: { spec }, newestSource }: PreparedBriefing,
  {
    formats,
    date,
    draft = false,
    verifiable = spec.verifiable ?? false,
    trail = spec.trail ?? false,
    corrects = [],
  }: Request,
): Omit<RenderRequest, "parameters"> {
  return { formats: checkFormats(formats), date: briefingDate(date, newestSource), draft, verifiable, trail, corrects };
}
