import { z } from 'zod';

import { FEELINGS, SENSITIVITIES } from '#shared/domain/contacts/code-lists.ts';
import type { Contact, ContactChanges, ContactDraft } from '#shared/domain/contacts/contact.ts';
import { LONGEST_MINUTES, LONGEST_TEXT, problemOfMoment } from '#shared/domain/contacts/contact.ts';
import { correctableOf, differences } from '#shared/domain/contacts/corrections.ts';
import { partyNameSchema } from '#shared/domain/parties/party.ts';
import { positionSchema } from '#shared/domain/territory/geometry.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { CONTACT_AMENDMENT, DRAFT_KIND } from '../../client/drafts.ts';
import { instantOf, wallClockOf } from '../../ui/wall-clock.ts';
import type { ChosenParty } from '../parties/index.ts';
import type { AddressValue } from '../territory/index.ts';

/** The correction as it stands while somebody types. Codes are empty where nothing is filled in. */
export interface CorrectForm {
  readonly note: string;
  readonly day: Day | '';
  readonly time: string;
  readonly place: AddressValue | null;
  readonly placeText: string;
  readonly reason: string;
  readonly channel: string;
  readonly duration: string;
  readonly parties: readonly ChosenParty[];
  /** A name that was typed and not chosen yet. */
  readonly partyText: string;
  readonly language: string;
  readonly problems: readonly string[];
  readonly feeling: string;
  readonly need: string;
  readonly summary: string;
  readonly assessment: string;
  readonly sensitivity: string;
}

export type CorrectField =
  'when' | 'place' | 'parties' | 'duration' | 'need' | 'summary' | 'assessment' | 'note' | 'form';
export type CorrectProblem =
  | 'when'
  | 'inTheFuture'
  | 'tooLongAgo'
  | 'place'
  | 'numberTooLong'
  | 'unchosen'
  | 'duration'
  | 'tooLong'
  | 'note'
  | 'nothingChanged'
  | 'refused';
export type CorrectProblems = Partial<Record<CorrectField, CorrectProblem>>;

const LONGEST_NUMBER = 12;
const chosenSchema = z.array(partyNameSchema.extend({ isNew: z.boolean() }));
const TEXTS = ['need', 'summary', 'assessment', 'note'] as const;

/** The form of a contact as it reads now. @param label what the field of the place shows. */
export function formOf(contact: Contact, label: string): CorrectForm {
  const { streetId, houseNumber, position } = contact;
  return {
    note: '',
    ...wallClockOf(contact.occurredAt),
    place: { streetId, houseNumber, position, isPointedAt: isPointed(contact), label },
    placeText: label,
    reason: contact.reason,
    channel: contact.channel ?? '',
    duration: contact.durationMinutes === null ? '' : String(contact.durationMinutes),
    parties: contact.parties.map((party) => ({ ...party, isNew: false })),
    partyText: '',
    language: contact.language ?? '',
    problems: contact.problems,
    feeling: contact.feeling ?? '',
    need: contact.need,
    summary: contact.summary,
    assessment: contact.assessment,
    sensitivity: contact.sensitivity,
  };
}

function isPointed({ placeSource }: Contact): boolean {
  return placeSource === 'pointed';
}

/** What the form changes of the contact, or what is wrong with it, field by field. */
export function readCorrection(
  form: CorrectForm,
  contact: Contact,
  now: Instant,
):
  | { readonly changes: ContactChanges; readonly note: string }
  | { readonly problems: CorrectProblems } {
  const before = wallClockOf(contact.occurredAt);
  const isSameMoment = before.day === form.day && before.time === form.time;
  const occurredAt = isSameMoment ? contact.occurredAt : instantOf(form);
  const { place } = form;
  const duration = form.duration.trim() === '' ? null : Number(form.duration);
  const problems: CorrectProblems = {
    ...problemOfWhen(occurredAt, now),
    ...(place === null ? { place: 'place' } : {}),
    ...((place?.houseNumber.length ?? 0) > LONGEST_NUMBER ? { place: 'numberTooLong' } : {}),
    ...(form.partyText.trim() === '' ? {} : { parties: 'unchosen' }),
    ...(duration !== null && !isDuration(duration) ? { duration: 'duration' } : {}),
    ...Object.fromEntries(
      TEXTS.filter((name) => form[name].trim().length > LONGEST_TEXT).map((name) => [
        name,
        'tooLong',
      ]),
    ),
    ...(form.note.trim() === '' ? { note: 'note' } : {}),
  };
  if (Object.keys(problems).length > 0 || occurredAt === undefined || place === null) {
    return { problems };
  }
  const as = correctableOf(contact);
  const spot = place.isPointedAt ? place.position : null;
  const changes = differences(as, {
    ...as,
    occurredAt,
    place: {
      streetId: place.streetId,
      houseNumber: place.houseNumber,
      position: spot && [spot[0], spot[1]],
    },
    reason: form.reason,
    channel: form.channel || null,
    durationMinutes: duration,
    parties: form.parties.map(({ id }) => id),
    language: form.language || null,
    problems: [...form.problems],
    feeling: FEELINGS.find((feeling) => feeling === form.feeling) ?? null,
    need: form.need.trim(),
    summary: form.summary.trim(),
    assessment: form.assessment.trim(),
    sensitivity: SENSITIVITIES.find((one) => one === form.sensitivity) ?? as.sensitivity,
  });
  if (Object.keys(changes).length === 0) return { problems: { form: 'nothingChanged' } };
  return { changes, note: form.note.trim() };
}

function problemOfWhen(occurredAt: Instant | undefined, now: Instant): CorrectProblems {
  if (occurredAt === undefined) return { when: 'when' };
  const problem = problemOfMoment(occurredAt, now);
  if (!problem) return {};
  return { when: problem.reason === 'in-the-future' ? 'inTheFuture' : 'tooLongAgo' };
}

function isDuration(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES;
}

const PLAIN = [
  'note',
  'day',
  'time',
  'placeText',
  'partyText',
  'reason',
  'channel',
  'duration',
  'language',
  'feeling',
  'need',
  'summary',
  'assessment',
  'sensitivity',
] as const satisfies readonly (keyof CorrectForm)[];
const LISTS = ['place', 'parties', 'problems'] as const satisfies readonly (keyof CorrectForm)[];

/**
 * What a draft keeps: the fields that differ from the contact, and no others, so that what somebody else
 * corrected meanwhile is not put back. Null when nothing differs.
 */
export function toCorrectionDraft(
  form: CorrectForm,
  first: CorrectForm,
  amendmentId: Id,
): ContactDraft['form'] | null {
  const kept: Record<string, string> = {};
  for (const name of PLAIN) if (form[name] !== first[name]) kept[name] = form[name];
  for (const name of LISTS) {
    const [now, before] = [JSON.stringify(form[name]), JSON.stringify(first[name])];
    if (now !== before) kept[name] = now;
  }
  if (Object.keys(kept).length === 0) return null;
  return { [DRAFT_KIND]: CONTACT_AMENDMENT, amendmentId, ...kept };
}

/** The form of the contact with what a draft kept of it; the form itself for a draft of another kind. */
export function withCorrectionDraft(
  first: CorrectForm,
  draft: ContactDraft['form'] | undefined,
): CorrectForm {
  if (draft?.[DRAFT_KIND] !== CONTACT_AMENDMENT) return first;
  const plain = Object.fromEntries(
    PLAIN.flatMap((name) => (typeof draft[name] === 'string' ? [[name, draft[name]]] : [])),
  ) as Partial<CorrectForm>;
  return {
    ...first,
    ...plain,
    place: placeFrom(draft.place, first.place),
    parties: partiesFrom(draft.parties, first.parties),
    problems: listFrom(draft.problems) ?? first.problems,
  };
}

function listFrom(text: string | null | undefined): readonly string[] | undefined {
  const value = parsed(text);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** Drafts of an earlier version named only ids, of those that the contact named. */
function partiesFrom(
  text: string | null | undefined,
  first: readonly ChosenParty[],
): readonly ChosenParty[] {
  const chosen = chosenSchema.safeParse(parsed(text));
  if (chosen.success) return chosen.data;
  const ids = listFrom(text);
  return ids ? first.filter(({ id }) => ids.includes(id)) : first;
}

function placeFrom(
  text: string | null | undefined,
  first: AddressValue | null,
): AddressValue | null {
  if (typeof text !== 'string') return first;
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || !('streetId' in value)) return null;
  const { streetId, houseNumber, label, position, isPointedAt } = value as Record<string, unknown>;
  const spot = positionSchema.safeParse(position);
  if (typeof streetId !== 'string' || typeof label !== 'string') return null;
  return {
    streetId,
    label,
    houseNumber: typeof houseNumber === 'string' ? houseNumber : '',
    position: spot.success ? spot.data : null,
    isPointedAt: isPointedAt === true,
  };
}

function parsed(text: string | null | undefined): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not one of ours: as if it had not been kept.
    return undefined;
  }
}
