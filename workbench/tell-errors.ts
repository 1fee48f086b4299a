import { ORPCError, ValidationError } from '@orpc/server';

import { errorCatalogue } from '#shared/contract/errors.ts';

import { WorkbenchError } from './errors.ts';
import type { Log } from './ports/ports.ts';

/**
 * What a failure becomes on its way to the page: a code of the catalogue, with the data that code
 * promises. Anything unexpected is INTERNAL with a reference; the log has the same reference, the kind
 * of error and where it came from, but never its message, which could hold what somebody typed.
 */
export function toContractError(
  cause: unknown,
  path: readonly string[],
  log: Log,
  newReference: () => string,
): ORPCError<string, unknown> {
  if (cause instanceof WorkbenchError) return contractError(cause.code, cause.data);
  if (cause instanceof ORPCError) {
    if (cause.code === 'BAD_REQUEST' && cause.cause instanceof ValidationError) {
      const [issue] = cause.cause.issues;
      const path = (issue?.path ?? []).map((part) =>
        String(typeof part === 'object' ? part.key : part),
      );
      return contractError('INVALID_FIELD', {
        field: path.join('.'),
        reason: isEmpty(valueAt(cause.cause.data, path)) ? 'empty' : 'invalid',
      });
    }
    if (cause.code in errorCatalogue) return cause;
  }
  const reference = newReference();
  log.error('internal', {
    reference,
    operation: path.join('.'),
    kind: cause instanceof Error ? cause.name : typeof cause,
    code: codeOf(cause),
    at: firstFrameOf(cause),
  });
  return contractError('INTERNAL', { reference });
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

/** Whether nothing was filled in: no text but blanks, or a figure that is none. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || Number.isNaN(value);
}

function contractError(
  code: keyof typeof errorCatalogue,
  data: unknown,
): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, status: errorCatalogue[code].status, data });
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'none';
}

/** The innermost place in our own code: file, line and column, without folders. */
function firstFrameOf(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => /^\s+at .*\.[cm]?[jt]s:\d+:\d+\)?$/.test(line));
  return frame?.replace(/^.*[/\\]/, '').replace(/\)$/, '') ?? 'unknown';
}
