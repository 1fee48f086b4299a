import type { Dossier } from '#shared/domain/actions/dossier.ts';
import { kindsOfDossier } from '#shared/domain/actions/dossier-kinds.ts';
import { relatedProblems } from '#shared/domain/actions/problem-tasks.ts';
import type { StretchEvidence } from '#shared/domain/actions/propose-measures.ts';
import type { HourSigns } from '#shared/domain/actions/propose-windows.ts';
import { WEEK_HOURS } from '#shared/domain/streets/picture.ts';
import { type ClockStretch, clockStretches } from '#shared/lib/clock-stretches.ts';
import { addDays, type Day, dayInterval } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  countFactsOfKinds,
  type FactOnPiece,
  type PlaceOfFacts,
} from '../../store/repositories/fact-counts.ts';
import { placedContactsOfProblems } from '../../store/repositories/piece-contacts.ts';
import { countHours, type PlaceOfContacts } from '../../store/repositories/place-picture.ts';
import { neighbourhoodVersions, streetVersions } from '../../store/repositories/place-versions.ts';
import type { NamedSegment } from '../../store/repositories/segment-repository.ts';
import { pieceOfContact, townPlaces } from '../gaps/index.ts';

type SignsOfStretch = Pick<StretchEvidence, 'contacts' | 'facts' | 'street' | 'hours'>;

const NO_HOURS = Array.from({ length: WEEK_HOURS }, () => 0);
const NO_HOUR_SIGNS: HourSigns = { facts: NO_HOURS, contacts: NO_HOURS };

/** Of a dossier that names no problem. */
export const NO_SIGNS: SignsOfStretch = {
  contacts: 0,
  facts: 0,
  street: { contacts: 0, facts: 0, unplaced: 0 },
  hours: {
    stretch: NO_HOUR_SIGNS,
    street: NO_HOUR_SIGNS,
    neighbourhood: NO_HOUR_SIGNS,
    spoken: NO_HOURS,
  },
};

/** The counted days: both belong to them. */
export interface CountedDays {
  readonly since: Day;
  readonly today: Day;
}

/** What is counted, and how the clocks stood meanwhile. */
interface Counting extends CountedDays {
  readonly file: OpenFile;
  readonly problem: string;
  /** Kinds of facts that are the problem in this dossier. */
  readonly kinds: readonly string[];
  readonly clock: readonly ClockStretch[];
}

/**
 * Contacts and facts about the problem of a dossier on each of these stretches, in its street, and their hours as
 * far as its neighbourhood. Facts that police found say where they looked, and stay out. Contacts about a related
 * problem tell hours, and count for nothing else.
 */
export async function signsOfStretches(
  file: OpenFile,
  dossier: Pick<Dossier, 'problem' | 'factKinds' | 'neighbourhoodId'>,
  segments: readonly NamedSegment[],
  days: CountedDays,
): Promise<ReadonlyMap<Id, SignsOfStretch>> {
  const { problem, neighbourhoodId } = dossier;
  const kinds = kindsOfDossier(dossier);
  const signs = new Map<Id, SignsOfStretch>();
  if (problem === null) return signs;
  const [begin] = dayInterval(days.since);
  const [, end] = dayInterval(days.today);
  const counting = { ...days, file, problem, kinds, clock: clockStretches(begin, end) };
  const around = neighbourhoodId === null ? null : await signsAround(counting, neighbourhoodId);
  for (const streetId of new Set(segments.map((segment) => segment.streetId))) {
    const street = await signsOfStreet(counting, streetId);
    for (const { id } of segments.filter((segment) => segment.streetId === streetId)) {
      const { contacts, facts, hours } = await street.ofPiece(id);
      signs.set(id, {
        contacts,
        facts,
        street: street.whole,
        hours: {
          stretch: hours,
          street: street.hours,
          neighbourhood: around?.hours ?? street.hours,
          spoken: around?.spoken ?? street.spoken,
        },
      });
    }
  }
  return signs;
}

/** Hours of a neighbourhood: of the problem, and of all contacts. */
async function signsAround(counting: Counting, neighbourhoodId: Id) {
  const { read } = counting.file.store;
  const ids = await neighbourhoodVersions(read, neighbourhoodId);
  const facts = await factsAt(counting, { column: 'neighbourhood_id', ids });
  const place: PlaceOfContacts = { column: 'neighbourhood_id', ids };
  const related = relatedProblems(counting.problem, counting.kinds);
  const contacts = await countHours(read, place, counting.clock, related);
  return {
    hours: { facts: weekOf(facts), contacts },
    spoken: await countHours(read, place, counting.clock),
  };
}

async function signsOfStreet(counting: Counting, streetId: Id) {
  const { file, problem, kinds, clock, since } = counting;
  const { read } = file.store;
  const ids = await streetVersions(read, streetId);
  const facts = await factsAt(counting, { column: 'street_id', ids });
  const town = await townPlaces(file.store);
  const [begin] = dayInterval(since);
  const related = relatedProblems(problem, kinds);
  const rows = await placedContactsOfProblems(read, ids, related, begin).execute();
  const contacts = rows.map((row) => {
    const street = town.numbers.street.get(row.street_id);
    return { ...row, piece: street === undefined ? -1 : pieceOfContact(town, street, row) };
  });
  const signsOf = async (here: typeof contacts, recorded: readonly FactOnPiece[]) => ({
    contacts: here.filter(({ code }) => code === problem).length,
    facts: sumOf(recorded),
    hours: await hoursOf(read, here, recorded, clock),
  });
  const { hours, ...whole } = await signsOf(contacts, facts);
  const unplaced =
    sumOf(facts.filter(({ segmentId }) => segmentId === null)) +
    contacts.filter(({ piece, code }) => piece < 0 && code === problem).length;
  return {
    whole: { ...whole, unplaced },
    hours,
    spoken: await countHours(read, { column: 'street_id', ids }, clock),
    ofPiece: (id: Id) => {
      const piece = town.numbers.segment.get(id);
      return signsOf(
        contacts.filter((contact) => contact.piece === piece),
        facts.filter(({ segmentId }) => segmentId === id),
      );
    },
  };
}

async function hoursOf(
  read: ReadHandle,
  contacts: readonly { readonly row_id: number }[],
  facts: readonly FactOnPiece[],
  clock: readonly ClockStretch[],
): Promise<HourSigns> {
  const rows = [...new Set(contacts.map(({ row_id }) => row_id))];
  const place: PlaceOfContacts = { column: 'row_id', rows };
  return { facts: weekOf(facts), contacts: await countHours(read, place, clock) };
}

/** Facts of the kinds of the dossier that police did not find. */
function factsAt({ file, kinds, since, today }: Counting, place: PlaceOfFacts) {
  const days = { from: since, to: addDays(today, 1) };
  return countFactsOfKinds(file.store.read, place, days, kinds);
}

function weekOf(facts: readonly FactOnPiece[]): readonly number[] {
  const hours = [...NO_HOURS];
  for (const { hour, weekday, amount } of facts) {
    if (hour === null || weekday === null) continue;
    const index = (weekday - 1) * 24 + hour;
    hours[index] = (hours[index] ?? 0) + amount;
  }
  return hours;
}

function sumOf(facts: readonly FactOnPiece[]): number {
  return facts.reduce((sum, { amount }) => sum + amount, 0);
}
