import { checkersRequire } from "../checkers-require.ts";
import { chromiumPath } from "../test-with.ts";

/** The part of Playwright that the checks use; the package is not among those that every developer installs. */
export interface Browser {
  newContext(options: PageView & { readonly bypassCSP?: boolean }): Promise<{
    newPage(): Promise<Page>;
    newCDPSession(page: Page): Promise<CdpSession>;
    close(): Promise<void>;
  }>;
  close(): Promise<void>;
}

/** Speaks the Chrome DevTools Protocol with a page. */
export interface CdpSession {
  send(method: string, parameters?: object): Promise<unknown>;
}

export interface PageView {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** As Windows does it for readers who need high contrast. */
  readonly forcedColors?: "active";
}

export interface Page {
  on(event: "request", listen: (request: { url(): string }) => void): void;
  on(event: "console", listen: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listen: (error: Error) => void): void;
  goto(url: string): Promise<unknown>;
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
