import type { z } from 'zod';

import { isAppUrl } from './app-url.ts';

/** What is known of the frame that sent a message. */
export interface Sender {
  /** The window is one that this application opened. */
  readonly ownWindow: boolean;
  /** The frame is the window itself, not something inside it. */
  readonly mainFrame: boolean;
  /** The frame's address; null when the frame is gone. */
  readonly url: string | null;
}

/** A message that is not taken. The text names the channel and the reason, never the content. */
export class RejectedMessage extends Error {
  override readonly name = 'RejectedMessage';

  constructor(channel: string, reason: 'sender' | 'schema') {
    super(`message on ${channel} rejected: ${reason}`);
  }
}

/** The payload of a message that may be acted on; throws RejectedMessage for every other. */
export function acceptMessage<Schema extends z.ZodType>(
  channel: string,
  sender: Sender,
  schema: Schema,
  payload: readonly unknown[],
): z.infer<Schema> {
  if (!sender.ownWindow || !sender.mainFrame || sender.url === null || !isAppUrl(sender.url)) {
    throw new RejectedMessage(channel, 'sender');
  }
  const parsed = schema.safeParse(payload[0]);
  if (payload.length !== 1 || !parsed.success) throw new RejectedMessage(channel, 'schema');
  return parsed.data;
}
