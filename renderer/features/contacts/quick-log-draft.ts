import { z } from 'zod';

import { NEXT_STEPS, SENSITIVITIES } from '#shared/domain/contacts/code-lists.ts';
import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import { partyNameSchema } from '#shared/domain/parties/party.ts';
import { positionSchema } from '#shared/domain/territory/geometry.ts';
import type { Instant } from '#shared/lib/dates.ts';

import type { AddressValue } from '../territory/index.ts';
import { emptyForm, isWorthKeeping, type QuickLogForm } from './quick-log-model.ts';

const partiesSchema = z.array(partyNameSchema.extend({ isNew: z.boolean() }));
const textsSchema = z.array(z.string());

/** What a draft keeps of the form; null when nothing in it, nor a file beside it, would be a loss. */
export function draftOf(form: QuickLogForm, hasFiles: boolean): ContactDraft['form'] | null {
  return hasFiles || isWorthKeeping(form) ? toDraft(form) : null;
}

/** The form as texts, as a draft keeps it; lists as JSON. */
export function toDraft(form: QuickLogForm): ContactDraft['form'] {
  const { place, parties, problems, ...texts } = form;
  return {
    ...texts,
    parties: JSON.stringify(parties),
    problems: JSON.stringify(problems),
    ...(place && {
      streetId: place.streetId,
      houseNumber: place.houseNumber,
      label: place.label,
      position: place.position ? JSON.stringify(place.position) : null,
      isPointedAt: place.isPointedAt ? 'yes' : null,
    }),
  };
}

/** The form that a draft kept; what it lacks is as in an empty form. */
export function fromDraft(draft: ContactDraft['form'], now: Instant): QuickLogForm {
  const text = (name: string): string => draft[name] ?? '';
  const empty = emptyForm(now);
  return {
    day: text('day') || empty.day,
    time: text('time') || empty.time,
    place: placeFrom(text),
    placeText: text('placeText'),
    reason: text('reason'),
    step: NEXT_STEPS.find((step) => step === text('step')) ?? '',
    note: text('note'),
    dueOn: text('dueOn'),
    promiseChannel: text('promiseChannel'),
    ownerId: text('ownerId'),
    summary: text('summary'),
    parties: listFrom(partiesSchema, text('parties')),
    partyText: text('partyText'),
    channel: draft['channel'] ?? null,
    duration: text('duration'),
    language: text('language'),
    problems: listFrom(textsSchema, text('problems')),
    need: text('need'),
    feeling: text('feeling'),
    assessment: text('assessment'),
    sensitivity: SENSITIVITIES.find((code) => code === text('sensitivity')) ?? empty.sensitivity,
  };
}

function placeFrom(text: (name: string) => string): AddressValue | null {
  const streetId = text('streetId');
  if (streetId === '') return null;
  const position = positionSchema.safeParse(read(text('position')));
  return {
    streetId,
    houseNumber: text('houseNumber'),
    label: text('label'),
    position: position.success ? position.data : null,
    isPointedAt: text('isPointedAt') === 'yes',
  };
}

function listFrom<Item>(schema: z.ZodType<Item[]>, text: string): readonly Item[] {
  const list = schema.safeParse(read(text));
  return list.success ? list.data : [];
}

/** A draft of an older version may hold anything: what cannot be read is left out. */
function read(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
