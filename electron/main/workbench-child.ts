import type { MessagePortMain } from 'electron';
import { utilityProcess } from 'electron';

import type {
  FromWorkbench,
  KeyStoreAnswer,
  KeyStoreRequest,
  ToWorkbench,
} from '../host-messages.ts';
import { fromWorkbenchSchema } from '../host-messages.ts';
import { createRestartLimit } from './restarts.ts';

/** How long the workbench may take to write and close everything before it is ended, in milliseconds. */
const CLOSE_PATIENCE = 8_000;

export interface WorkbenchChildOptions {
  /** The built entry file. */
  readonly entry: string;
  readonly start: Extract<ToWorkbench, { type: 'start' }>;
  answerKeyStore(request: KeyStoreRequest): Promise<KeyStoreAnswer>;
  /** Asks for the page of a provider of identities in the system's browser. */
  openSignInPage(address: string): void;
  /** It stopped by itself and is being started again; pages notice that their port closed. */
  onRestart(): void;
  /** It cannot work: `code` says why. No page can be connected any more. */
  onFailure(code: string): void;
}

export interface WorkbenchChild {
  /** Gives a page's port to the workbench, as soon as that is ready. */
  connect(port: MessagePortMain): Promise<void>;
  /** Closes the workbench properly; resolves when its process has ended. */
  close(): Promise<void>;
}

type Child = ReturnType<typeof utilityProcess.fork>;

/** Runs the workbench in a process of its own and keeps it running. */
export function startWorkbenchChild(options: WorkbenchChildOptions): WorkbenchChild {
  const restarts = createRestartLimit();
  let closing = false;
  let failed = false;
  let current = launch();

  function launch(): { child: Child; ready: Promise<void>; ended: Promise<void> } {
    const child = utilityProcess.fork(options.entry, [], {
      serviceName: 'wijkwerk workbench',
      stdio: 'inherit',
    });
    const ready = Promise.withResolvers<undefined>();
    const ended = Promise.withResolvers<undefined>();
    // whoever waits sees the rejection; without a page there is nobody to tell
    ready.promise.catch(() => undefined);
    child.on('message', (message: unknown) => {
      receive(child, ready, fromWorkbenchSchema.parse(message));
    });
    child.on('exit', () => {
      ready.reject(new Error('the workbench process ended'));
      ended.resolve(undefined);
      if (!closing && !failed) restart();
    });
    return { child, ready: ready.promise, ended: ended.promise };
  }

  function restart(): void {
    if (restarts.mayRestart(performance.now())) {
      current = launch();
      options.onRestart();
    } else {
      fail('ENDS_AGAIN_AND_AGAIN');
    }
  }

  function fail(code: string): void {
    failed = true;
    options.onFailure(code);
  }

  function receive(
    child: Child,
    ready: PromiseWithResolvers<undefined>,
    message: FromWorkbench,
  ): void {
    const send = (answer: ToWorkbench) => {
      child.postMessage(answer);
    };
    switch (message.type) {
      case 'waiting':
        send(options.start);
        break;
      case 'ready':
        ready.resolve(undefined);
        break;
      case 'failed':
        fail(message.code);
        break;
      case 'sign-in-page':
        options.openSignInPage(message.address);
        break;
      case 'key-store':
        void options.answerKeyStore(message.request).then((answer) => {
          send({ type: 'key-store-answer', id: message.id, answer });
        });
        break;
    }
  }

  return {
    connect: async (port) => {
      for (;;) {
        const attempt = current;
        if (await isReady(attempt.ready)) {
          attempt.child.postMessage({ type: 'page' } satisfies ToWorkbench, [port]);
          return;
        }
        if (attempt === current) throw new Error('the workbench does not run');
      }
    },
    close: async () => {
      closing = true;
      const { child, ended } = current;
      child.postMessage({ type: 'close' } satisfies ToWorkbench);
      const impatience = setTimeout(() => {
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      }, CLOSE_PATIENCE);
      await ended;
      clearTimeout(impatience);
    },
  };
}

function isReady(ready: Promise<void>): Promise<boolean> {
  return ready.then(
    () => true,
    () => false,
  );
}
