import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { BriefingError, formatDiagnostic, traceOf } from "../diagnostics/index.ts";
import { packageRoot } from "../package-root.ts";
import { readTaggedPages, type StructureElement, type TaggedPdf } from "../verify/index.ts";
import {
  type Bench,
  BenchError,
  type EarlyPage,
  type PreviewPage,
  type PreviewPlan,
  type PreviewProblem,
} from "./bench.ts";
import { admit, type Guard, readAddress, tokenCookie } from "./guard-request.ts";

/** A server that runs until it is closed. */
export interface PreviewServer {
  /** What to open: with the token, where there is one. */
  readonly url: string;
  /**
   * Has made anew what browsers will ask for when they are told: the plan, and the page that was asked for last. To be called whenever
   * something else is to be shown than before, since what was begun then is forgotten.
   */
  begin(): void;
  /** Tells the browsers that something is new. */
  announce(): void;
  /** Ends open answers too, and settles when the address is free again. */
  close(): Promise<void>;
}

export interface PreviewServerOptions {
  readonly bench: Bench;
  /** An address of this machine. */
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Reads everything again. */
  reload(): void;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

/** So many pages that could be made are kept, for when the next ones cannot. */
const pagesKept = 8;

/** Starts a server. Rejects with the system's error if it cannot have the address. */
export async function startPreviewServer({ bench, host, port, reload }: PreviewServerOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const pages = createKeptPages(bench);
  let begunPlan: Promise<Settled<PreviewPlan>> | undefined;
  let guard: Guard = { hosts: new Set(), token: undefined };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A browser that left in the middle is no error.
      if (response.headersSent) response.destroy();
      else
        send(response, {
          status: 500,
          type: "text/plain",
          body: traceOf(error),
        });
    });
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  const named = (name: string) => `${name.includes(":") ? `[${name}]` : name}:${taken}`;
  guard = loopback.has(host)
    ? { hosts: new Set([...loopback].map(named)), token: undefined }
    : { hosts: undefined, token: randomBytes(24).toString("base64url") };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const admission = admit(request, guard);
    if (typeof admission === "number")
      return send(response, { status: admission, type: "text/plain", body: refusals[admission] });
    if (admission === "remember") {
      response.setHeader("Set-Cookie", tokenCookie(guard.token ?? ""));
      response.writeHead(303, { Location: "/" }).end();
      return;
    }
    // No section is called "?".
    const path = readAddress(request.url)?.path ?? ["?"];
    if (request.method !== "POST") return show(path, response);
    if (path[0] !== "reload") return send(response, notFound);
    reload();
    response.writeHead(204).end();
  }

  async function show(
    [section = "", name = "", part = ""]: readonly string[],
    response: ServerResponse,
  ): Promise<void> {
    const asset = assets.get(section);
    if (asset) return send(response, { type: asset.type, body: await readFile(join(assetFolder(), asset.file)) });
    if (section === "events") return listen(response);
    if (section === "plan") {
      const plan = begunPlan ?? settled(bench.plan());
      begunPlan = undefined;
      return sendJson(response, await plan);
    }
    if (section === "data") return sendJson(response, await settled(bench.data()));
    if (section === "pages" && part === "") return describe(name, response);
    const early = section === "pages" && part === "briefing.html" ? pages.early(name) : undefined;
    if (early) return send(response, pageOf(early));
    const page = section === "pages" ? pages.last(name) : undefined;
    if (!page) return send(response, notFound);
    if (part === "tags") return sendJson(response, await settled(tagsOf(page)));
    send(response, outputs(page).get(part) ?? notFound);
  }

  /** A line of JSON for the page as soon as there is one, and one for the whole. */
  async function describe(name: string, response: ServerResponse): Promise<void> {
    response.writeHead(200, { ...commonHeaders, "Content-Type": "application/x-ndjson" });
    const tell = (value: unknown) => response.write(`${JSON.stringify(value)}\n`);
    tell(await pages.describe(name, tell));
    response.end();
  }

  /** An open answer, to which lines are added. */
  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...commonHeaders, "Content-Type": "text/event-stream" });
    response.write(": here\n\n");
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  return {
    url: `http://${named(host)}/${guard.token === undefined ? "" : `?token=${guard.token}`}`,
    begin() {
      const isAwaited = listeners.size > 0;
      // Before the page, as browsers ask: one is answered after the other.
      begunPlan = isAwaited ? settled(bench.plan()) : undefined;
      pages.begin(isAwaited);
    },
    announce() {
      for (const response of listeners) response.write("event: changed\ndata: {}\n\n");
    },
    async close() {
      for (const response of listeners) response.end();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const refusals = {
  401: "This preview is opened by the whole address that it was started with, token included.",
  403: "Another site may not read this preview.",
  405: "This preview is read, not written.",
  421: "This preview is asked for by the address that it was started with.",
} as const;

/** A page that is being made. */
interface PageInWork {
  readonly name: string;
  readonly revision: number;
  readonly made: Promise<Settled<PreviewPage>>;
  /** What there is of it without its PDF, and who is to be told of that. */
  early: object | undefined;
  tellEarly: ((description: object) => void) | undefined;
}

/** The pages that could be made last, by name. */
function createKeptPages(bench: Bench) {
  const kept = new Map<string, { readonly page: PreviewPage; readonly revision: number }>();
  const early = new Map<string, EarlyPage>();
  // Each page that is made has another: the browser asks for the files of a page again where it sees a new one.
  let revisions = 0;
  let lastAsked: string | undefined;
  let begun: PageInWork | undefined;

  function make(name: string): PageInWork {
    const revision = ++revisions;
    let own: EarlyPage | undefined;
    const tell = (page: EarlyPage) => {
      own = page;
      early.set(name, page);
      inWork.early = { revision, title: page.title, figures: page.figures, isEarly: true };
      inWork.tellEarly?.(inWork.early);
    };
    const made = settled(bench.page(name, tell)).then((answer) => {
      if ("value" in answer) keep(name, { page: answer.value, revision });
      if (early.get(name) === own) early.delete(name);
      return answer;
    });
    const inWork: PageInWork = { name, revision, made, early: undefined, tellEarly: undefined };
    return inWork;
  }

  function keep(name: string, entry: { readonly page: PreviewPage; readonly revision: number }): void {
    kept.delete(name);
    kept.set(name, entry);
    const [oldest] = kept.keys();
    if (kept.size > pagesKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    last: (name: string): PreviewPage | undefined => kept.get(name)?.page,
    /** What is made already of a page whose PDF is not. */
    early: (name: string): EarlyPage | undefined => early.get(name),
    /** Begins the page that was described last, for who asks for it next; what was begun before nobody gets. */
    begin(isAwaited: boolean): void {
      begun = isAwaited && lastAsked !== undefined ? make(lastAsked) : undefined;
    },
    /**
     * Makes a page anew, and says what it is, or why it could not be made and which is the last that could.
     * @param onEarly is told before that what there is without its PDF.
     */
    async describe(name: string, onEarly: (description: object) => void) {
      const inWork = begun?.name === name ? begun : make(name);
      if (inWork === begun) begun = undefined;
      lastAsked = name;
      if (inWork.early) onEarly(inWork.early);
      inWork.tellEarly = onEarly;
      const made = await inWork.made;
      if ("problems" in made) {
        const last = kept.get(name);
        return { problems: made.problems, ...(last && describePage(last)) };
      }
      return {
        problems: made.value.warnings,
        ...describePage({ page: made.value, revision: inWork.revision }),
        isCurrent: true,
      };
    },
  };
}

function describePage({ page, revision }: { readonly page: PreviewPage; readonly revision: number }) {
  const { title, pageCount, figures } = page;
  return { revision, title, pageCount, figures };
}

type Settled<Value> = { readonly value: Value } | { readonly problems: readonly PreviewProblem[] };

async function settled<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof BenchError) return { problems: error.problems };
    // Nobody has foreseen it: it is told all the same, also where an answer has begun already.
    return { problems: [{ severity: "error", text: traceOf(error) }] };
  }
}

async function tagsOf({ pdf }: PreviewPage) {
  try {
    return tagTree(await readTaggedPages(pdf));
  } catch (error) {
    // pdfjs-dist is not there: how to get it.
    if (!(error instanceof BriefingError)) throw error;
    throw new BenchError(
      error.diagnostics.map((diagnostic) => ({ severity: diagnostic.severity, text: formatDiagnostic(diagnostic) })),
    );
  }
}

const assets: ReadonlyMap<string, { readonly file: string; readonly type: string }> = new Map([
  ["", { file: "preview.html", type: "text/html" }],
  ["preview.js", { file: "preview.js", type: "text/javascript" }],
  ["preview.css", { file: "preview.css", type: "text/css" }],
]);

const assetFolder = (): string => join(packageRoot(), "src", "preview", "page");

const commonHeaders = {
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

/** The preview's own pages. */
const ownPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** A briefing in its frame: no script runs in it, whatever a template has put there. */
const framedPolicy = "script-src 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Of what may be loaded and run; "" sends none. Absent: that of the preview's own pages. */
  readonly policy?: string | undefined;
}

const notFound: Answer = { status: 404, type: "text/plain", body: "There is no such address." };

const pageOf = ({ html }: Pick<PreviewPage, "html">): Answer => ({
  type: "text/html",
  body: html,
  policy: framedPolicy,
});

const outputs = (page: PreviewPage): ReadonlyMap<string, Answer> =>
  new Map([
    ["briefing.html", pageOf(page)],
    // A browser shows it by a page of its own, which no policy of ours may bind.
    ["briefing.pdf", { type: "application/pdf", body: page.pdf, policy: "" }],
  ]);

function send(response: ServerResponse, { status = 200, type, body, policy = ownPolicy }: Answer): void {
  const charset = type.startsWith("text/") ? "; charset=utf-8" : "";
  const restricted = policy === "" ? {} : { "Content-Security-Policy": policy };
  response.writeHead(status, { ...commonHeaders, ...restricted, "Content-Type": `${type}${charset}` }).end(body);
}

const sendJson = (response: ServerResponse, value: unknown): void =>
  send(response, { type: "application/json", body: JSON.stringify(value) });

/** An element of a PDF as a screen reader meets it. */
interface TagNode {
  readonly role: string;
  readonly alt?: string | undefined;
  /** Elements, and texts of its own, in the order in which they are read. */
  readonly children: readonly (TagNode | string)[];
}

/** The structure trees of all pages, in order. */
function tagTree({ pages }: TaggedPdf): readonly TagNode[] {
  return pages.map(({ number, structure, drawn }) => ({
    role: `Page ${number}`,
    children: structure ? toNode(structure, drawn).children : [],
  }));
}

const toNode = ({ role, alt, children }: StructureElement, drawn: ReadonlyMap<string, string>): TagNode => ({
  role,
  alt,
  children: children.map((child) => (typeof child === "string" ? (drawn.get(child) ?? "") : toNode(child, drawn))),
});
