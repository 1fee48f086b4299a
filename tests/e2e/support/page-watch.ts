import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Everything that must not happen in a page while a story goes well. */
export interface PageWatch {
  /** Watches one more page, best before it loads anything. */
  add(page: Page): Promise<void>;
  /** A problem that the test provokes on purpose: it must occur, and is then no failure. */
  expectProblem(pattern: RegExp): void;
  /**
   * Fails when something happened that should not have, or did not that should have. What was provoked at
   * the end may still be on its way from the browser, and is waited for.
   */
  check(): Promise<void>;
}

/**
 * Listens for errors and warnings on the console, uncaught errors, violations of the content security
 * policy, and requests to anywhere that `isOwn` does not know.
 */
export function watchContext(context: BrowserContext, isOwn: (url: URL) => boolean): PageWatch {
  const problems: string[] = [];
  const expected: RegExp[] = [];
  const visit = (url: string) => {
    const parsed = new URL(url);
    if (['data:', 'blob:', 'about:'].includes(parsed.protocol)) return;
    if (!isOwn(parsed)) problems.push(`request to ${parsed.origin}${parsed.pathname}`);
  };
  context.on('request', (request) => {
    visit(request.url());
  });
  return {
    async add(page) {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          problems.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => problems.push(`uncaught: ${String(error)}`));
      page.on('crash', () => problems.push('the page crashed'));
      page.on('websocket', (socket) => {
        visit(socket.url());
      });
      await page.addInitScript(reportViolations);
    },
    expectProblem(pattern) {
      expected.push(pattern);
    },
    async check() {
      await expect
        .poll(
          () => expected.filter((one) => !problems.some((text) => one.test(text))).map(String),
          { message: 'problems that were to occur', timeout: 5_000 },
        )
        .toEqual([]);
      const unexpected = problems.filter((text) => !expected.some((one) => one.test(text)));
      expect(unexpected, 'problems in the page').toEqual([]);
    },
  };
}

/** Runs in the page: the console is heard by the test. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`);
  });
}
