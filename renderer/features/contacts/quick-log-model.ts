import type { NextStep, Sensitivity } from '#shared/domain/contacts/code-lists.ts';
import {
  type ContactProblem,
  LONGEST_MINUTES,
  LONGEST_TEXT,
  type NewContact,
  newContactSchema,
  problemsOf,
} from '#shared/domain/contacts/contact.ts';
import type { PartyName } from '#shared/domain/parties/party.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { instantOf, wallClockOf } from '../../ui/wall-clock.ts';
import type { AddressValue } from '../territory/index.ts';

/** Somebody named in the form: known already, or added together with the contact. */
export interface QuickLogParty extends PartyName {
  readonly isNew: boolean;
}

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
  readonly step: NextStep | '';
  readonly note: string;
  readonly dueOn: Day | '';
  /** How the person will be told of the promise: a code, or empty. */
  readonly promiseChannel: string;
  /** Who keeps the promise; empty is the officer at the desk. */
  readonly ownerId: Id | '';
  readonly summary: string;
  readonly parties: readonly QuickLogParty[];
  /** A name that was typed and neither chosen nor added. */
  readonly partyText: string;
  /** A code, empty for none; null until somebody chooses: then the channel used last. */
  readonly channel: string | null;
  /** Minutes, as typed. */
  readonly duration: string;
  readonly language: string;
  readonly problems: readonly string[];
  readonly need: string;
  readonly feeling: string;
  readonly assessment: string;
  readonly sensitivity: Sensitivity;
}

/** The fields in the order of the page. */
export const FIELDS = [
  'when',
  'place',
  'reason',
  'next',
  'note',
  'dueOn',
  'promiseChannel',
  'owner',
  'summary',
  'parties',
  'channel',
  'duration',
  'language',
  'problems',
  'need',
  'feeling',
  'assessment',
  'sensitivity',
] as const;
export type QuickLogField = (typeof FIELDS)[number];

/** Those that are folded away until somebody wants to tell more. */
const FOLDED: ReadonlySet<QuickLogField> = new Set(FIELDS.slice(FIELDS.indexOf('summary')));

export function isFolded(field: QuickLogField): boolean {
  return FOLDED.has(field);
}

export type ProblemReason =
  | 'missing'
  | 'inTheFuture'
  | 'tooLongAgo'
  | 'beforeTheContact'
  | 'tooLong'
  | 'numberTooLong'
  | 'notMinutes'
  | 'unchosen'
  | 'gone'
  | 'refused';
export type Problems = Partial<Record<QuickLogField, ProblemReason>>;

const PROBLEM_OF_RULE = {
  'in-the-future': 'inTheFuture',
  'too-long-ago': 'tooLongAgo',
  'before-the-contact': 'beforeTheContact',
} as const satisfies Record<ContactProblem['reason'], ProblemReason>;

export function emptyForm(now: Instant, place: AddressValue | null = null): QuickLogForm {
  return {
    ...wallClockOf(now),
    place,
    placeText: place?.label ?? '',
    reason: '',
    step: '',
    note: '',
    dueOn: '',
    promiseChannel: '',
    ownerId: '',
    summary: '',
    parties: [],
    partyText: '',
    channel: null,
    duration: '',
    language: '',
    problems: [],
    need: '',
    feeling: '',
    assessment: '',
    sensitivity: 'normal',
  };
}

/** Whether anything was typed that would be a loss. What fills itself is not: the moment, the channel. */
export function isWorthKeeping(form: QuickLogForm): boolean {
  const { place, placeText, reason, step, note, dueOn, promiseChannel, ownerId } = form;
  return (
    place !== null ||
    [placeText, reason, step, note, dueOn, promiseChannel, ownerId].some(isFilled) ||
    tellsMore(form)
  );
}

/** Whether anything of what is folded away was filled in. */
export function tellsMore(form: QuickLogForm): boolean {
  const { summary, partyText, duration, language, need, feeling, assessment } = form;
  return (
    [summary, partyText, duration, language, need, feeling, assessment].some(isFilled) ||
    form.parties.length > 0 ||
    form.problems.length > 0 ||
    form.channel !== null ||
    form.sensitivity !== 'normal'
  );
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** How many characters a text of the form is longer than the workbench takes; 0 when it fits. */
export function excessOf(form: QuickLogForm, field: QuickLogField): number {
  if (!isText(field)) return 0;
  return Math.max(0, form[field].trim().length - LONGEST_TEXT);
}

const TEXTS = ['note', 'summary', 'need', 'assessment'] as const;

function isText(field: QuickLogField): field is (typeof TEXTS)[number] {
  return TEXTS.some((text) => text === field);
}

/** The text that names a field on the page. */
export function labelOf(field: QuickLogField, form: QuickLogForm) {
  if (field === 'when') return 'form.day';
  if (field === 'note') return form.step === 'promise' ? 'form.promiseText' : 'form.note';
  return isOfForm(field) ? (`form.${field}` as const) : (`more.${field}` as const);
}

function isOfForm(
  field: QuickLogField,
): field is 'place' | 'reason' | 'next' | 'dueOn' | 'summary' {
  return ['place', 'reason', 'next', 'dueOn', 'summary'].includes(field);
}

/** What holds where the form says nothing. */
export interface QuickLogDefaults {
  /** The channel used last. */
  readonly channel: string | null;
}

/** The contact that the form describes, or what is wrong with it, field by field. */
export function readForm(
  id: Id,
  form: QuickLogForm,
  now: Instant,
  defaults: QuickLogDefaults,
): { readonly contact: NewContact } | { readonly problems: Problems } {
  const occurredAt = instantOf(form);
  const problems: Problems = {
    ...(occurredAt === undefined ? { when: 'missing' } : {}),
    ...(form.place === null ? { place: 'missing' } : {}),
    ...(form.reason === '' ? { reason: 'missing' } : {}),
    ...(form.step === '' ? { next: 'missing' } : {}),
    ...(form.step === 'promise' && form.note.trim() === '' ? { note: 'missing' } : {}),
    ...(form.step === 'promise' && form.dueOn === '' ? { dueOn: 'missing' } : {}),
    ...(form.partyText.trim() === '' ? {} : { parties: 'unchosen' }),
    ...(minutesOf(form.duration) === undefined ? { duration: 'notMinutes' } : {}),
    ...Object.fromEntries(
      TEXTS.filter((field) => excessOf(form, field) > 0).map((field) => [field, 'tooLong']),
    ),
  };
  if (Object.keys(problems).length > 0 || occurredAt === undefined || form.place === null) {
    return { problems };
  }
  const { streetId, houseNumber, position, isPointedAt } = form.place;
  const { reason, summary, need, assessment, sensitivity } = form;
  const parsed = newContactSchema.safeParse({
    id,
    occurredAt,
    // The workbench knows best where an address lies, unless somebody pointed at the place.
    place: { streetId, houseNumber, position: isPointedAt ? position : null },
    reason,
    next:
      form.step === 'promise'
        ? {
            step: form.step,
            note: form.note,
            dueOn: form.dueOn,
            channel: form.promiseChannel || null,
            ownerId: form.ownerId || null,
          }
        : { step: form.step, note: form.note },
    channel: (form.channel ?? defaults.channel) || null,
    durationMinutes: minutesOf(form.duration),
    parties: form.parties.map((party) => party.id),
    language: form.language || null,
    problems: form.problems,
    feeling: form.feeling || null,
    ...{ summary, need, assessment, sensitivity },
  });
  if (!parsed.success) {
    const field = fieldOfPath(parsed.error.issues[0]?.path.join('.') ?? '') ?? 'place';
    return { problems: { [field]: field === 'place' ? 'numberTooLong' : 'refused' } };
  }
  const broken = problemsOf(parsed.data, now);
  if (broken.length === 0) return { contact: parsed.data };
  return {
    problems: Object.fromEntries(
      broken.map(({ field, reason: rule }) => [
        field === 'occurredAt' ? 'when' : 'dueOn',
        PROBLEM_OF_RULE[rule],
      ]),
    ),
  };
}

/** Minutes as typed; null for none, undefined for what is no length of a contact. */
function minutesOf(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= LONGEST_MINUTES ? minutes : undefined;
}

/** What the form says of a rule the workbench refused a field by. */
export function problemOfRule(rule: string): ProblemReason {
  const known = Object.entries(PROBLEM_OF_RULE).find(([name]) => name === rule);
  return known ? known[1] : 'refused';
}

/** Which field of the form an INVALID_FIELD of the workbench is about. */
export function fieldOfPath(path: string): QuickLogField | undefined {
  const [first = '', second = ''] = path.split('.');
  if (first === 'occurredAt') return 'when';
  if (first === 'durationMinutes') return 'duration';
  if (first !== 'next') return FIELDS.find((field) => field === first);
  if (second === '' || second === 'step') return 'next';
  if (second === 'dueOn') return 'dueOn';
  if (second === 'channel') return 'promiseChannel';
  return second === 'ownerId' ? 'owner' : 'note';
}

/** Which field names something that the workbench does not know: NOT_FOUND says what. */
export function fieldOfMissing(
  what: string,
  { step, ownerId }: Pick<QuickLogForm, 'step' | 'ownerId'>,
): QuickLogField | undefined {
  // It is who writes, and nobody whom the form names.
  if (what === 'officer' && (step !== 'promise' || ownerId === '')) return undefined;
  const named = { street: 'place', party: 'parties', officer: 'owner' } as const;
  return Object.entries(named).find(([name]) => name === what)?.[1];
}
