import { ORPCError } from '@orpc/client';

import { errorCatalogue, type ErrorCode } from '#shared/contract/errors.ts';

/** What went wrong, in the page's own words: a code of the catalogue or one of the page's. */
export type FailureCode = ErrorCode | 'NOT_ANSWERING' | 'INVALID_INPUT' | 'UNKNOWN';

export interface Failure {
  readonly code: FailureCode;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Sorts a thrown value. Whatever is not an answer of the workbench is a broken connection: over the
 * contract nothing else can be thrown.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return { code: error.code, data: recordOf(error.data) };
    if (error.code === 'BAD_REQUEST') return { code: 'INVALID_INPUT', data: {} };
    return { code: 'UNKNOWN', data: { reference: error.code } };
  }
  return { code: 'NOT_ANSWERING', data: {} };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function recordOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
