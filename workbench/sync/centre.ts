import type { WireErrorBody, WireErrorCode } from '#shared/protocol/errors.ts';
import type { PullMessage, PullRequest } from '#shared/protocol/pull.ts';
import type { PushRequest, PushResponse } from '#shared/protocol/push.ts';

/** What a desk asks of the centre. Implemented over HTTP, and by the simulation. */
export interface CentreTransport {
  /** Throws CentreError, or CentreUnreachable when there was no answer. */
  push(request: PushRequest): Promise<PushResponse>;
  /**
   * The lines of one pull, in order. A stream that ends without `complete`, or breaks off by an error, is
   * as if it had not been.
   */
  pull(request: PullRequest, signal: AbortSignal): AsyncIterable<PullMessage>;
}

/** The centre answered that it does not do this. */
export class CentreError extends Error {
  override readonly name = 'CentreError';
  readonly code: WireErrorCode | 'UNKNOWN';
  readonly data: Omit<WireErrorBody, 'code'>;

  constructor(code: WireErrorCode | 'UNKNOWN', data: Omit<WireErrorBody, 'code'> = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

/** There was no answer, or no whole one. Whether the centre did what it was asked is not known. */
export class CentreUnreachable extends Error {
  override readonly name = 'CentreUnreachable';
}
