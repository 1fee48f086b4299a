import type { Amendment, ContactHistory } from './amendment.ts';
import { appliedChanges } from './amendment.ts';
import type { Contact, ContactChanges } from './contact.ts';

/** Every field of a contact that may be corrected, with the value that it has. */
export type CorrectableFields = { readonly [Field in keyof ContactChanges]-?: Given<Field> };
type Given<Field extends keyof ContactChanges> = Exclude<ContactChanges[Field], undefined>;
export type CorrectableField = keyof CorrectableFields;

/** The fields in the order in which a page shows them. */
export const CORRECTABLE_FIELDS = [
  'withdrawn',
  'occurredAt',
  'place',
  'reason',
  'channel',
  'durationMinutes',
  'parties',
  'language',
  'problems',
  'feeling',
  'need',
  'summary',
  'assessment',
  'sensitivity',
] as const satisfies readonly CorrectableField[];

/** What a contact says in each field that may be corrected. */
export function correctableOf(contact: Contact): CorrectableFields {
  const { streetId, houseNumber, placeSource, position } = contact;
  return {
    occurredAt: contact.occurredAt,
    place: { streetId, houseNumber, position: placeSource === 'pointed' ? position : null },
    reason: contact.reason,
    channel: contact.channel,
    durationMinutes: contact.durationMinutes,
    parties: contact.parties.map(({ id }) => id),
    language: contact.language,
    problems: [...contact.problems],
    need: contact.need,
    feeling: contact.feeling,
    summary: contact.summary,
    assessment: contact.assessment,
    sensitivity: contact.sensitivity,
    withdrawn: contact.withdrawn,
  };
}

/** The fields in which `after` says something else than `before`, with what it says. */
export function differences(before: CorrectableFields, after: CorrectableFields): ContactChanges {
  return Object.fromEntries(
    CORRECTABLE_FIELDS.flatMap((field) =>
      same(before[field], after[field]) ? [] : [[field, after[field]]],
    ),
  );
}

/** One amendment, with what each of its fields said before and says since. */
export interface CorrectionStep {
  readonly amendment: Amendment;
  readonly before: CorrectableFields;
  readonly after: CorrectableFields;
  /** In the order of {@link CORRECTABLE_FIELDS}. */
  readonly fields: readonly CorrectableField[];
}

/** What each amendment of a contact did, oldest first. */
export function correctionSteps(
  history: Pick<ContactHistory, 'original' | 'amendments'>,
): readonly CorrectionStep[] {
  let before = correctableOf(history.original);
  return history.amendments.map((amendment) => {
    const after = appliedChanges<CorrectableFields>(before, [amendment.changes]);
    const changed = differences(before, after);
    const step = {
      amendment,
      before,
      after,
      fields: CORRECTABLE_FIELDS.filter((field) => changed[field] !== undefined),
    };
    before = after;
    return step;
  });
}

/**
 * The changes that take an amendment back: each of its fields as it was before, apart from those that
 * were corrected again since. Empty when nothing of it holds any more.
 */
export function takingBack(
  history: Pick<ContactHistory, 'original' | 'amendments'>,
  amendmentId: string,
): ContactChanges {
  const steps = correctionSteps(history);
  const index = steps.findIndex(({ amendment }) => amendment.id === amendmentId);
  const step = steps[index];
  const last = steps.at(-1);
  if (!step || !last) return {};
  const since = new Set(steps.slice(index + 1).flatMap(({ fields }) => fields));
  const restored = Object.fromEntries(
    step.fields.filter((field) => !since.has(field)).map((field) => [field, step.before[field]]),
  );
  return differences(last.after, appliedChanges<CorrectableFields>(last.after, [restored]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
