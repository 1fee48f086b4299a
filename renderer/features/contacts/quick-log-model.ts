import { NEXT_STEPS, type NextStep } from '#shared/domain/contacts/code-lists.ts';
import {
  type ContactDraft,
  type ContactProblem,
  LONGEST_TEXT,
  type NewContact,
  newContactSchema,
  problemsOf,
} from '#shared/domain/contacts/contact.ts';
import { positionSchema } from '#shared/domain/territory/geometry.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { instantOf, wallClockOf } from '../../ui/wall-clock.ts';
import type { AddressValue } from '../territory/index.ts';

/** The form as it stands while somebody types: anything may be missing or wrong. */
export interface QuickLogForm {
  readonly day: Day | '';
  /** HH:mm, or less while it is being typed. */
  readonly time: string;
  readonly place: AddressValue | null;
  /** What was typed for the place, chosen or not. */
  readonly placeText: string;
  /** A code of the zone's list. */
  readonly reason: string;
  readonly summary: string;
  readonly step: NextStep | '';
  readonly note: string;
  readonly dueOn: Day | '';
}

export type QuickLogField = 'when' | 'place' | 'reason' | 'summary' | 'next' | 'note' | 'dueOn';
export type ProblemReason =
  | 'missing'
  | 'inTheFuture'
  | 'tooLongAgo'
  | 'beforeTheContact'
  | 'tooLong'
  | 'numberTooLong'
  | 'refused';
export type Problems = Partial<Record<QuickLogField, ProblemReason>>;

const PROBLEM_OF_RULE = {
  'in-the-future': 'inTheFuture',
  'too-long-ago': 'tooLongAgo',
  'before-the-contact': 'beforeTheContact',
} as const satisfies Record<ContactProblem['reason'], ProblemReason>;

/** The fields in the order of the page. */
export const FIELDS: readonly QuickLogField[] = [
  'when',
  'place',
  'reason',
  'summary',
  'next',
  'note',
  'dueOn',
];

export function emptyForm(now: Instant, place: AddressValue | null = null): QuickLogForm {
  return {
    ...wallClockOf(now),
    place,
    placeText: place?.label ?? '',
    reason: '',
    summary: '',
    step: '',
    note: '',
    dueOn: '',
  };
}

/** Whether anything was typed that would be a loss. The moment alone is not: it fills itself. */
export function isWorthKeeping(form: QuickLogForm): boolean {
  return (
    form.placeText.trim() !== '' ||
    form.reason !== '' ||
    form.summary.trim() !== '' ||
    form.step !== '' ||
    form.note.trim() !== '' ||
    form.dueOn !== ''
  );
}

/** How many characters a text of the form is longer than the workbench takes; 0 when it fits. */
export function excessOf(form: QuickLogForm, field: QuickLogField): number {
  if (field !== 'summary' && field !== 'note') return 0;
  return Math.max(0, form[field].trim().length - LONGEST_TEXT);
}

/** The text that names a field on the page. */
export function labelOf(field: QuickLogField, form: QuickLogForm) {
  if (field === 'when') return 'form.day';
  if (field !== 'note') return `form.${field}` as const;
  return form.step === 'promise' ? 'form.promiseText' : 'form.note';
}

/** What a draft keeps of the form; null when nothing in it would be a loss. */
export function draftOf(form: QuickLogForm): ContactDraft['form'] | null {
  return isWorthKeeping(form) ? toDraft(form) : null;
}

/** The contact that the form describes, or what is wrong with it, field by field. */
export function readForm(
  id: Id,
  form: QuickLogForm,
  now: Instant,
): { readonly contact: NewContact } | { readonly problems: Problems } {
  const occurredAt = instantOf(form);
  const problems: Problems = {
    ...(occurredAt === undefined ? { when: 'missing' } : {}),
    ...(form.place === null ? { place: 'missing' } : {}),
    ...(form.reason === '' ? { reason: 'missing' } : {}),
    ...(excessOf(form, 'summary') > 0 ? { summary: 'tooLong' } : {}),
    ...(form.step === '' ? { next: 'missing' } : {}),
    ...(excessOf(form, 'note') > 0 ? { note: 'tooLong' } : {}),
    ...(form.step === 'promise' && form.note.trim() === '' ? { note: 'missing' } : {}),
    ...(form.step === 'promise' && form.dueOn === '' ? { dueOn: 'missing' } : {}),
  };
  if (Object.keys(problems).length > 0 || occurredAt === undefined || form.place === null) {
    return { problems };
  }
  const { streetId, houseNumber, position, isPointedAt } = form.place;
  const parsed = newContactSchema.safeParse({
    id,
    occurredAt,
    // The workbench knows best where an address lies, unless somebody pointed at the place.
    place: { streetId, houseNumber, position: isPointedAt ? position : null },
    reason: form.reason,
    summary: form.summary,
    next:
      form.step === 'promise'
        ? { step: form.step, note: form.note, dueOn: form.dueOn }
        : { step: form.step, note: form.note },
  });
  if (!parsed.success) return { problems: { place: 'numberTooLong' } };
  const broken = problemsOf(parsed.data, now);
  if (broken.length === 0) return { contact: parsed.data };
  return {
    problems: Object.fromEntries(
      broken.map(({ field, reason }) => [
        field === 'occurredAt' ? 'when' : 'dueOn',
        PROBLEM_OF_RULE[reason],
      ]),
    ),
  };
}

/** The form as texts, as a draft keeps it. */
export function toDraft(form: QuickLogForm): ContactDraft['form'] {
  const { place, ...texts } = form;
  if (!place) return texts;
  return {
    ...texts,
    streetId: place.streetId,
    houseNumber: place.houseNumber,
    label: place.label,
    position: place.position ? JSON.stringify(place.position) : null,
    isPointedAt: place.isPointedAt ? 'yes' : null,
  };
}

/** The form that a draft kept; what it lacks is as in an empty form. */
export function fromDraft(draft: ContactDraft['form'], now: Instant): QuickLogForm {
  const text = (name: string): string => draft[name] ?? '';
  const empty = emptyForm(now);
  const streetId = text('streetId');
  return {
    day: text('day') || empty.day,
    time: text('time') || empty.time,
    place:
      streetId === ''
        ? null
        : {
            streetId,
            houseNumber: text('houseNumber'),
            label: text('label'),
            position: positionFrom(text('position')),
            isPointedAt: text('isPointedAt') === 'yes',
          },
    placeText: text('placeText'),
    reason: text('reason'),
    summary: text('summary'),
    step: NEXT_STEPS.find((step) => step === text('step')) ?? '',
    note: text('note'),
    dueOn: text('dueOn'),
  };
}

function positionFrom(text: string): AddressValue['position'] {
  if (text === '') return null;
  const position = positionSchema.safeParse(JSON.parse(text));
  return position.success ? position.data : null;
}

/** What the form says of a rule the workbench refused a field by. */
export function problemOfRule(rule: string): ProblemReason {
  const known = Object.entries(PROBLEM_OF_RULE).find(([name]) => name === rule);
  return known ? known[1] : 'refused';
}

/** Which field of the form an INVALID_FIELD of the workbench is about. */
export function fieldOfPath(path: string): QuickLogField | undefined {
  if (path.startsWith('occurredAt')) return 'when';
  if (path.startsWith('place')) return 'place';
  if (path === 'next.dueOn') return 'dueOn';
  if (path === 'next' || path === 'next.step') return 'next';
  if (path.startsWith('next')) return 'note';
  return FIELDS.find((field) => field === path);
}
