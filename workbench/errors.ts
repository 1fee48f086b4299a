import type { z } from 'zod';

import type { errorCatalogue, ErrorCode } from '#shared/contract/errors.ts';

type DataOf<Code extends ErrorCode> = (typeof errorCatalogue)[Code] extends {
  data: infer Schema extends z.ZodType;
}
  ? z.infer<Schema>
  : undefined;

/** A failure the page is told about, out of the catalogue. Its message holds the code and nothing else. */
export class WorkbenchError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'WorkbenchError';
  readonly code: Code;
  readonly data: DataOf<Code>;

  constructor(code: Code, ...rest: DataOf<Code> extends undefined ? [] : [data: DataOf<Code>]) {
    super(code);
    this.code = code;
    this.data = rest[0] as DataOf<Code>;
  }
}
