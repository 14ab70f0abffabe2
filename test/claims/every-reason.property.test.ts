import { describe, expect, test } from "vitest";
import { findingsIn } from "../../src/claims/consistency/check-consistency.ts";
import { createTelling } from "../../src/claims/consistency/telling.ts";
import { type ClaimSpec, createClaimEvaluator } from "../../src/claims/index.ts";
import type { Dataset } from "../../src/dataset/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { createWords, type Language, languages } from "../../src/language/index.ts";
import { pseudo } from "../language/pseudo-language.ts";
import { claimsOf, tableOf } from "./claims-of-every-reason.ts";

/** Why a verdict is what it is, and what claims say of each other, is said in the language that was asked for, and in no other. */

const tables = await Promise.all([0.98, 0.8, 0.5].map((plain, seed) => tableOf(seed + 1, plain)));
const asked = tables.map((table, seed) => [table, claimsOf(seed + 1, 900)] as const);

/** Every sentence about the claims, and the parts of the contract that were asked for. */
function sentencesIn(language: Language) {
  const reached = new Set<string>();
  const words = createWords({
    language: { ...language, reasons: (...args) => recorded(language.reasons(...args), "", reached) },
  });
  const sentences = asked.flatMap(([table, claims]) => {
    const datasets = new Map<string, Dataset>([["d", table]]);
    const evaluator = createClaimEvaluator(datasets, words);
    const sound: Record<string, ClaimSpec> = {};
    const said = Object.entries(claims).flatMap(([id, spec]) => {
      const claim = orNothing(() => evaluator.evaluate(id, spec));
      if (!claim) return [];
      sound[id] = spec;
      return [...claim.facets.map(({ reason }) => reason), ...claim.issues.map(({ message }) => message)];
    });
    const together = findingsIn(sound, { datasets, telling: createTelling(words) });
    return [...said, ...together.map(({ reason }) => reason)];
  });
  return { sentences, reached, all: namesOf(words.reasons) };
}

/** A claim that nobody could ask is none. */
function orNothing<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}

/** A part of the contract that notes what is asked of it. */
function recorded<T extends object>(part: T, path: string, reached: Set<string>): T {
  return new Proxy(part, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof name === "symbol") return value;
      if (typeof value === "object" && value !== null) return recorded(value, `${path}${name}.`, reached);
      reached.add(`${path}${name}`);
      return value;
    },
  });
}

const namesOf = (part: object, path = ""): readonly string[] =>
  Object.entries(part).flatMap(([name, value]) =>
    typeof value === "object" ? namesOf(value, `${path}${name}.`) : [`${path}${name}`],
  );

/** What a terminal and the page of an article say, which have tests of their own. */
const elsewhere = /^(?:table|article)\./;

const english = sentencesIn(languages[0] as Language);

describe("the reasons of verdicts", () => {
  test("are all reached by these claims", () => {
    const unreached = english.all.filter((name) => !elsewhere.test(name) && !english.reached.has(name));
    expect(unreached).toEqual([]);
  });

  test("hold no word that a language was not asked for", () => {
    const { sentences } = sentencesIn(pseudo);
    const leaks = sentences.flatMap((sentence) => /(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/u.exec(sentence)?.[0] ?? []);
    expect([sentences.length > 3000, [...new Set(leaks)]]).toEqual([true, []]);
  });

  test.each(languages.slice(1))("are $name where that is asked for", (language) => {
    const own = sentencesIn(language);
    expect([...own.reached].sort()).toEqual([...english.reached].sort());
    expect(own.sentences).toHaveLength(english.sentences.length);
    const same = own.sentences.filter((sentence, index) => sentence === english.sentences[index]);
    const inEnglish = own.sentences.flatMap(
      (sentence) =>
        /(?<!\p{L})(?:the|and|of|which|figures?|claims?|from|with|not|than|period)(?!\p{L})/iu.exec(sentence) ?? [],
    );
    expect([same, [...new Set(inEnglish)]]).toEqual([[], []]);
  });
});
