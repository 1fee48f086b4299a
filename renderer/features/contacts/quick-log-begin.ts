import { type Id, makeId } from '#shared/lib/ids.ts';

import { unkeptTexts } from '../../client/unkept-texts.ts';
import type { AddressValue } from '../territory/index.ts';
import { fromDraft } from './quick-log-draft.ts';
import { emptyForm, type QuickLogForm as Form } from './quick-log-model.ts';

export interface QuickLogStart {
  readonly place?: AddressValue;
  readonly draft?: { readonly id: Id; readonly form: Readonly<Record<string, string | null>> };
}

interface Begin {
  readonly id: Id;
  readonly first: Form;
  /** Whether the workbench has it as it begins. */
  readonly isStored: boolean;
}

/** What the form begins with: empty, at a place, or with what was typed before. */
export function beginForm(start: QuickLogStart, officerId: Id): Begin {
  const now = new Date();
  if (start.draft) {
    const { id, form } = start.draft;
    const unkept = unkeptTexts.find(officerId, id)?.form;
    const first = fromDraft(unkept ?? form, now.toISOString());
    return { id, first, isStored: unkept === undefined };
  }
  return {
    id: makeId(now.getTime(), crypto.getRandomValues(new Uint8Array(16))),
    first: emptyForm(now.toISOString(), start.place ?? null),
    isStored: true,
  };
}
