import { findLanguage, type Language, languages } from "../language/index.ts";
import type { BriefingSpec } from "./briefing-spec.ts";

/**
 * The language that a briefing is written in.
 * @throws BriefingError for a tag that no language has.
 */
export const languageOf = ({ lang, language }: Pick<BriefingSpec, "lang" | "language">): Language =>
  findLanguage(lang, language ? [language] : languages);
