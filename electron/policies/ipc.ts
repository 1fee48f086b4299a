import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import type { z } from 'zod';

import { acceptMessage } from './ipc-message.ts';

/** The one way for a window to reach the main process; `ipcMain` is imported nowhere else. */
export interface IpcRegistrar {
  /** From now on this window is one of ours. */
  trust(contents: WebContents): void;
  /** Each message is checked (sender, frame, schema); a bad one rejects the caller's promise. */
  handle<Schema extends z.ZodType>(
    channel: string,
    schema: Schema,
    answer: (payload: z.infer<Schema>, event: IpcMainInvokeEvent) => Promise<void>,
  ): void;
}

/** `onRejected` hears of every message that was not taken. */
export function createIpcRegistrar(onRejected: (channel: string) => void): IpcRegistrar {
  const trusted = new WeakSet<WebContents>();
  return {
    trust: (contents) => {
      trusted.add(contents);
    },
    handle: (channel, schema, answer) => {
      ipcMain.handle(channel, async (event, ...payload: unknown[]) => {
        const { sender, senderFrame } = event;
        let accepted;
        try {
          accepted = acceptMessage(
            channel,
            {
              ownWindow: trusted.has(sender),
              mainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
              url: senderFrame?.url ?? null,
            },
            schema,
            payload,
          );
        } catch (error) {
          onRejected(channel);
          throw error;
        }
        await answer(accepted, event);
      });
    },
  };
}
