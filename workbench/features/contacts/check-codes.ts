import { type CodeList, isCodeOn } from '#shared/domain/codes/code.ts';
import type { ContactChanges } from '#shared/domain/contacts/contact.ts';
import { dayOf, type Instant } from '#shared/lib/dates.ts';

import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { partiesExist } from '../../store/repositories/party-repository.ts';

type Coded = Pick<ContactChanges, 'reason' | 'channel' | 'language' | 'problems' | 'parties'>;

/**
 * What a contact names has to exist: codes that could be chosen on its day, parties that are known.
 * Throws INVALID_FIELD (unknown-code) with the field, or NOT_FOUND (party).
 */
export async function checkNamed(
  read: ReadHandle,
  occurredAt: Instant,
  named: Coded & { readonly promiseChannel?: string | null },
): Promise<void> {
  const codes = await allCodes(read);
  const day = dayOf(occurredAt);
  const check = (field: string, list: CodeList, code: string | null | undefined): void => {
    if (code === null || code === undefined || isCodeOn(codes, list, code, day)) return;
    throw new WorkbenchError('INVALID_FIELD', { field, reason: 'unknown-code' });
  };
  check('reason', 'contact-reason', named.reason);
  check('channel', 'channel', named.channel);
  check('language', 'language', named.language);
  for (const problem of named.problems ?? []) check('problems', 'problem', problem);
  check('next.channel', 'channel', named.promiseChannel);
  if (!(await partiesExist(read, named.parties ?? []))) {
    throw new WorkbenchError('NOT_FOUND', { what: 'party' });
  }
}
