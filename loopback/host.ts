import { claimProfileFolder } from '#workbench';

import type { Browser } from './launch-browser.ts';
import { createBrowser, findBrowser } from './launch-browser.ts';
import { createLinger } from './linger.ts';
import type { LoopbackServer, ServerLog } from './server.ts';
import { startLoopbackServer } from './server.ts';
import { becomeTheInstance } from './single-instance.ts';
import type { MountableRouter } from './socket.ts';
import { StartError } from './start-error.ts';
import { createSessionKeeper } from './token.ts';

export interface HostOptions {
  readonly profileDirectory: string;
  readonly rendererDirectory: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Show a window; else only print the address. */
  readonly browser: boolean;
  /** Milliseconds without any window after which the host ends. */
  readonly linger: number;
  /** Browser flags; tests only. */
  readonly extraBrowserArguments?: readonly string[];
  /** Opens the desk. Called once this profile is known to be nobody else's. */
  openWorkbench(): Promise<{
    readonly router: MountableRouter;
    readonly log: ServerLog;
    close(): Promise<void>;
  }>;
  /** Plain words for the person at the terminal. */
  say(line: string): void;
}

export interface Host {
  /** Shows one more window, or prints an address with a new token. */
  show(): void;
  /** Ends window, server and workbench. Safe to call again. */
  close(): Promise<void>;
  /** Resolves when everything has ended, by `close` or because the last window had gone. */
  readonly ended: Promise<unknown>;
}

/**
 * Starts the host; null when another one serves this profile (which has then shown itself). Rejects
 * when it cannot start: nothing is left running then, and nothing in a folder of somebody else.
 */
export async function startHost(options: HostOptions): Promise<Host | null> {
  const { say } = options;
  await claimProfileFolder(options.profileDirectory);
  const outcome = await becomeTheInstance(options.profileDirectory);
  if (outcome.kind === 'shown') {
    const how = outcome.inWindow ? 'it opens a window' : 'it prints an address in its own terminal';
    say(`Wijkwerk is already running with this profile (process ${outcome.pid}); ${how}.`);
    return null;
  }
  if (outcome.kind === 'silent') {
    throw new StartError(
      `Wijkwerk is already running with this profile (process ${outcome.pid}) but does not answer.`,
    );
  }
  const { instance } = outcome;

  const undo: (() => Promise<void> | void)[] = [
    () => {
      instance.release();
    },
  ];
  let ending: Promise<void> | undefined;
  const { promise: ended, resolve: reportEnd } = Promise.withResolvers<undefined>();
  /** Undoes what was started, last first; goes on after a failure, and reports the first one. */
  async function undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    reportEnd(undefined);
    if (failures.length > 0) throw failures[0];
  }
  const close = () => (ending ??= undoAll());

  try {
    const workbench = await options.openWorkbench();
    undo.push(() => workbench.close());
    const sessions = createSessionKeeper(() => performance.now());
    const program = options.browser ? browserOf(say) : null;
    const browser = program === null ? null : createBrowser(program, options.extraBrowserArguments);
    const linger = createLinger(options.linger, browser !== null, () => {
      say('The last window has been gone for a while: Wijkwerk ends.');
      void close();
    });
    undo.push(() => {
      linger.stop();
    });
    const server: LoopbackServer = await startLoopbackServer({
      rendererDirectory: options.rendererDirectory,
      router: workbench.router,
      log: workbench.log,
      port: options.port,
      sessions,
      showSecret: instance.showSecret,
      onShow: show,
      onWindows: (connected) => {
        linger.windows(connected);
      },
    });
    undo.push(() => server.close());
    if (browser) undo.push(() => browser.close());
    instance.announce(server.origin, browser !== null);

    function show(): void {
      if (browser) openWindow(browser);
      else printAddress();
    }
    function openWindow(window: Browser): void {
      window.open(launchAddress(), () => {
        say('The browser did not start or broke down.');
        printAddress();
      });
    }
    function printAddress(): void {
      say('Open this address within a minute, in a browser on this machine:');
      say(`  ${launchAddress()}`);
    }
    function launchAddress(): string {
      return `${server.origin}/#token=${sessions.issueLaunchToken()}`;
    }

    show();
    return { show, close, ended };
  } catch (error) {
    await close();
    throw error;
  }
}

function browserOf(say: (line: string) => void): string | null {
  const program = findBrowser();
  if (program === null) say('No Chrome, Edge or Chromium was found on this machine.');
  return program;
}
