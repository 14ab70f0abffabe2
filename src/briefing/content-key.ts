import { createHash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import {
  type Claim,
  type ClaimEvaluator,
  type ClaimSpec,
  createClaimEvaluation,
  createRecentMap,
  type Group,
  type RecentMap,
  type Selection,
} from "../claims/index.ts";
import { answerTo, type Dataset, type DatasetQuestion, tellQuestions } from "../dataset/index.ts";
import { createContext } from "./briefing-context.ts";
import { evaluateBriefing } from "./evaluate-briefing.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import type { RenderRequest } from "./render-briefing.ts";
import { createRowSource } from "./traced-rows.ts";

/**
 * What a briefing was made from: questions to its datasets, and what was answered. Answers are hashes of protected data, and of counts
 * that nobody protected: whoever has one can try out values against it. They belong beside the data, and into no output.
 */
export interface ContentBasis {
  /** A hash of all that no question is about: code, files, options, names of categories and periods. */
  readonly shared: string;
  /** What this briefing alone asked. */
  readonly own: BasisPart;
  /** What many ask, as the figures of all areas that each is ranked among. */
  readonly groups: readonly BasisPart[];
}

/** Questions to the datasets of a briefing, and what came of them. */
export interface BasisPart {
  /** As JSON: of each the id of the dataset, and a `DatasetQuestion`. */
  readonly questions: string;
  /** A hash of them and of their answers. */
  readonly answers: string;
}

/**
 * Tells whether the briefings of a batch would come out as they did. Functions of a briefing are taken to say the same whenever they are told
 * the same.
 */
export interface ContentKeys {
  /** A hash that changes when any briefing of the batch may: of all cells. */
  readonly all: string;
  /** A hash that changes when one of them may: it is evaluated for that. Undefined where it cannot be. */
  of(parameters: Readonly<Record<string, string>>): string | undefined;
  /** What that is a hash of. */
  basisOf(parameters: Readonly<Record<string, string>>): ContentBasis | undefined;
  /** Whether one would come out as on that basis. Nothing is evaluated: the questions are asked anew, those of a group once. */
  isStill(parameters: Readonly<Record<string, string>>, basis: ContentBasis): boolean;
}

/**
 * Makes the keys of the briefings of a batch.
 * @param code what the code of the briefing is: a hash of its module and of those that this imports.
 * @returns undefined for a briefing whose charts load files when they are drawn: what is in these is not known before.
 */
export function createContentKeys(
  prepared: PreparedBriefing,
  request: Omit<RenderRequest, "parameters">,
  code: string,
): ContentKeys | undefined {
  const { briefing, compiled, datasets } = prepared;
  const { fonts: _, ...spec } = briefing.spec;
  if (Object.values(spec.charts ?? {}).some(({ load }) => load !== undefined)) return undefined;
  const { date, draft, verifiable, trail, corrects } = request;
  const shared = hashOf([
    packageJson.version,
    code,
    // Values that a module takes from elsewhere, and how its functions are written.
    textOf(spec),
    compiled.digest(),
    JSON.stringify([[...request.formats].sort(), date, draft, verifiable, trail, corrects]),
    ...[...datasets.values()].map(namesIn),
    ...(spec.attach?.includes("data") ? [...datasets.values()].map(({ hash }) => hash) : []),
  ]);
  const asking = createAsking(datasets);
  const claims = readingClaims(prepared, asking);
  const groupsStill = new Map<string, boolean>();
  const isGroupStill = (group: BasisPart): boolean => {
    const known = groupsStill.get(group.answers) ?? asking.isStill(group);
    groupsStill.set(group.answers, known);
    return known;
  };
  const basisOf = (parameters: Readonly<Record<string, string>>) =>
    readBasis({ prepared, shared, asking, claims }, parameters);
  return {
    all: hashOf([shared, ...[...datasets.values()].map(({ hash }) => hash)]),
    of(parameters) {
      const basis = basisOf(parameters);
      return basis && hashOf([shared, basis.own.answers, ...basis.groups.map(({ answers }) => answers)]);
    },
    basisOf,
    isStill: (parameters, { shared: before, own, groups }) =>
      before === shared && groups.every(isGroupStill) && asking.isStill(own, parameters),
  };
}

/**
 * A spec as text. Where a file stands makes no difference to what is made of it, and is another in each copy of a project: what is in it is
 * told by the code and by the digest of what was compiled.
 */
const textOf = (spec: object): string =>
  JSON.stringify(spec, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    // `toJSON` of an address comes before this, so that only what holds it tells what it was.
    if (this[key] instanceof URL || key === "file") return typeof value === "string" ? lastPartOf(value) : value;
    // A loader writes the address of the module in place of `import.meta.url`.
    return typeof value === "function"
      ? String(value).replaceAll(fileAddress, (quoted) => `"${lastPartOf(quoted.slice(1, -1))}"`)
      : value;
  });

const fileAddress = /(["'`])file:\/\/(?:(?!\1)[^\n])*\1/g;

const lastPartOf = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** What a page may say of a dataset apart from its figures. */
function namesIn({ definition, categories, periods, sources }: Dataset): string {
  const dimensions = Object.keys(definition.spec.dimensions);
  return JSON.stringify([definition.hash, dimensions.map(categories), periods(), [...sources.values()]]);
}

/** Puts questions to the datasets of a briefing. */
interface Asking {
  /** Views of the datasets; whoever asks them has put the questions that come to stand in `into`. */
  recorded(into: Set<string>): ReadonlyMap<string, Dataset>;
  /** @param about what else the answers are of. */
  read(questions: ReadonlySet<string>, about?: unknown): BasisPart;
  isStill(part: BasisPart, about?: unknown): boolean;
}

/** Answers that are long, and the same for many briefings: so many are remembered. */
const mostAnswers = 1000;

function createAsking(datasets: ReadonlyMap<string, Dataset>): Asking {
  const known = createRecentMap<{ readonly hash: string }>(mostAnswers);
  const answerOf = (text: string): string => {
    const [id, ...question] = JSON.parse(text) as [string, ...DatasetQuestion];
    const dataset = datasets.get(id);
    if (!dataset) throw new Error(`There is no dataset "${id}" to ask.`);
    return answerTo(question, dataset);
  };
  /** That of one cell is short. */
  const shortAnswerOf = (text: string): string => {
    if (/^\["(?:[^"\\]|\\.)*","(?:cell|category)"/.test(text)) return answerOf(text);
    const { hash } = known.get(text) ?? { hash: hashOf([answerOf(text)]) };
    known.set(text, { hash });
    return hash;
  };
  const answers = (questions: Iterable<string>, about: unknown): string => {
    const parts = [JSON.stringify(about ?? null)];
    for (const text of questions) parts.push(text, shortAnswerOf(text));
    return hashOf(parts);
  };
  return {
    recorded: (into) =>
      new Map(
        [...datasets].map(([id, dataset]) => [
          id,
          tellQuestions(dataset, (question) => into.add(JSON.stringify([id, ...question]))),
        ]),
      ),
    read: (questions, about) => ({ questions: JSON.stringify([...questions]), answers: answers(questions, about) }),
    isStill(part, about) {
      try {
        return answers(JSON.parse(part.questions) as readonly string[], about) === part.answers;
      } catch {
        // What it asked for is not there any more: whoever makes it is told.
        return false;
      }
    },
  };
}

/** What claims were found from. */
interface ClaimReads {
  /** Questions about the cells of a claim. */
  readonly questions: ReadonlySet<string>;
  readonly groups: readonly BasisPart[];
}

/** Evaluates each claim once for all areas, and knows what it read. */
interface ReadingClaims {
  evaluatorOver(datasets: ReadonlyMap<string, Dataset>): {
    readonly evaluator: ClaimEvaluator;
    /** Of claims in the text. */
    text(): readonly ClaimReads[];
    /** Of all cells of tables together, which are often the same for all areas. */
    tables(): readonly BasisPart[];
  };
}

/** What is remembered: of claims that were evaluated some 20,000 of a few cells, of the groups that they are set against so many figures. */
const mostRemembered = 2_000_000;
const mostFigures = 100_000;
const mostTotals = 1000;
const mostTables = 100;

interface ReadClaim extends ClaimReads {
  /** Counts those that were evaluated. */
  readonly number: number;
  readonly found: Claim;
}

interface Selecting<T> {
  select(datasets: ReadonlyMap<string, Dataset>): T;
  /** Takes what others hold already in place of what was found. */
  hold(found: T): T;
}

interface ReadShared<T> {
  readonly found: T;
  readonly part: BasisPart;
}

function readingClaims({ evaluator: { words }, shared: held }: PreparedBriefing, asking: Asking): ReadingClaims {
  const evaluateOne = createClaimEvaluation(words);
  const known = createRecentMap<ReadClaim>(mostRemembered, ({ found }) => 100 + found.evidence.length);
  const groups = createRecentMap<ReadShared<Group>>(mostFigures, ({ found }) => found.all.length);
  const totals = createRecentMap<ReadShared<Selection>>(mostTotals);
  const tables = createRecentMap<{ readonly parts: readonly BasisPart[] }>(mostTables);
  let evaluated = 0;

  function evaluate(id: string, spec: ClaimSpec, setting: "text" | "table"): ReadClaim {
    const questions = new Set<string>();
    /** What it shares with others was read once for all of them, and belongs to each. */
    const shared: BasisPart[] = [];
    const once = <T>(all: RecentMap<ReadShared<T>>, key: string, selecting: Selecting<T>): T => {
      const own = all.get(key) ?? readShared(selecting);
      all.set(key, own);
      shared.push(own.part);
      return own.found;
    };
    const found = evaluateOne(
      { id, spec, setting },
      {
        datasets: asking.recorded(questions),
        shared: {
          // What pages are planned from is held once: it is the same.
          group: (key, select) => once(groups, key, { select, hold: (found) => held.group(key, () => found) }),
          total: (key, select) => once(totals, key, { select, hold: (found) => held.total(key, () => found) }),
        },
      },
    );
    evaluated += 1;
    return { number: evaluated, found, questions, groups: shared };
  }

  function readShared<T>({ select, hold }: Selecting<T>): ReadShared<T> {
    const questions = new Set<string>();
    const found = hold(select(asking.recorded(questions)));
    return { found, part: asking.read(questions) };
  }

  function readTables(claims: readonly ReadClaim[]): readonly BasisPart[] {
    if (claims.length === 0) return [];
    const key = claims.map(({ number }) => number).join();
    const own = tables.get(key) ?? {
      parts: [
        asking.read(new Set(claims.flatMap(({ questions }) => [...questions]))),
        ...claims.flatMap((claim) => claim.groups),
      ],
    };
    tables.set(key, own);
    return own.parts;
  }

  return {
    evaluatorOver(own) {
      const read = { text: new Set<ReadClaim>(), table: new Set<ReadClaim>() };
      const evaluator: ClaimEvaluator = {
        datasets: own,
        words,
        evaluate(id, spec, setting = "text") {
          const key = `${setting} ${JSON.stringify(spec)}`;
          const claim = known.get(key) ?? evaluate(id, spec, setting);
          known.set(key, claim);
          read[setting].add(claim);
          return claim.found.id === id ? claim.found : { ...claim.found, id };
        },
      };
      return { evaluator, text: () => [...read.text], tables: () => readTables([...read.table]) };
    },
  };
}

interface BasisInput {
  readonly prepared: PreparedBriefing;
  readonly shared: string;
  readonly asking: Asking;
  readonly claims: ReadingClaims;
}

function readBasis(
  { prepared, shared, asking, claims }: BasisInput,
  given: Readonly<Record<string, string>>,
): ContentBasis | undefined {
  const { charts = {} } = prepared.briefing.spec;
  const questions = new Set<string>();
  const datasets = asking.recorded(questions);
  const { evaluator, text, tables } = claims.evaluatorOver(datasets);
  try {
    const { parameters } = evaluateBriefing({ ...prepared, datasets, evaluator }, given);
    for (const chart of Object.values(charts)) {
      const source = createRowSource(evaluator, prepared.naming);
      const context = createContext({ datasets: source.datasets, parameters, figures: source });
      chart.data(context);
      chart.alt?.(context);
      chart.longDescription?.(context);
    }
    for (const claim of text()) for (const question of claim.questions) questions.add(question);
    const groups = [...text().flatMap((claim) => claim.groups), ...tables()];
    return {
      shared,
      own: asking.read(questions, given),
      groups: [...new Map(groups.map((group) => [group.answers, group])).values()],
    };
  } catch {
    // Whoever makes it is told what is wrong.
    return undefined;
  }
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n${part}`);
  return hash.digest("hex");
}
