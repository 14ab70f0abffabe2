import { pathToFileURL } from "node:url";
import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";

/** The part of Playwright that the checks use; the package is not among those that every developer installs. */
export interface Browser {
  newContext(options: ContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export interface BrowserContext {
  newPage(): Promise<Page>;
  newCDPSession(page: Page): Promise<CdpSession>;
  close(): Promise<void>;
}

type ContextOptions = PageView & { readonly bypassCSP?: boolean };

/** Speaks the Chrome DevTools Protocol with a page. */
export interface CdpSession {
  send(method: string, parameters?: object): Promise<unknown>;
}

export interface PageView {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** As Windows does it for readers who need high contrast. */
  readonly forcedColors?: "active";
  /** As the browser prints it. */
  readonly media?: "print";
}

export interface Page {
  on(event: "request", listen: (request: { url(): string }) => void): void;
  on(event: "console", listen: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listen: (error: Error) => void): void;
  goto(url: string): Promise<unknown>;
  emulateMedia(options: { readonly media: "print" }): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void> };
  /** Runs JavaScript in the page and gives the value of its last expression. */
  evaluate<T>(script: string): Promise<T>;
}

/** Starts Chromium without a window. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = checkersRequire("playwright-core") as {
    chromium: { launch(options: { executablePath?: string; args: readonly string[] }): Promise<Browser> };
  };
  const executablePath = chromiumPath();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}

/** Opens a file or an address in a context of its own, and closes that when `run` is done. */
export async function onPage<T>(
  browser: Browser,
  { path, media, ...options }: ContextOptions & { readonly path: string },
  run: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    if (media) await page.emulateMedia({ media });
    await page.goto(/^https?:/.test(path) ? path : pathToFileURL(path).href);
    return await run(page, context);
  } finally {
    await context.close();
  }
}
