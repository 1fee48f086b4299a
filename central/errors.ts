import { WIRE_ERRORS, type WireErrorCode, type WireErrorData } from '#shared/protocol/errors.ts';

/** A failure that the desk is told about. Its message holds the code and nothing else. */
export class CentralError extends Error {
  override readonly name = 'CentralError';
  readonly code: WireErrorCode;
  readonly data: WireErrorData;

  constructor(code: WireErrorCode, data: WireErrorData = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return WIRE_ERRORS[this.code];
  }
}
