import type { Days } from '#shared/domain/actions/comparison-streets.ts';
import type { SignCount } from '#shared/domain/actions/sign.ts';
import { dayInterval } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { placedContactsInPeriod } from '../../store/repositories/piece-contacts.ts';
import { countPieces, pieceOfContact, townPlaces } from '../gaps/index.ts';

/** What was counted on the stretch with a number, and out of how many where that differs. */
export type Counted = (number: number) => { readonly count: number; readonly of: number | null };

export interface SignQuestion {
  readonly counted: Exclude<SignCount, 'by-hand'>;
  /** Contacts that name it. */
  readonly problem: string | null;
  /** Facts of these kinds: see `kindsOfDossier`. */
  readonly kinds: readonly string[];
  readonly days: Days;
}

/** Which contacts are meant, the problem of the dossier says, and which facts, its kinds; an unsafe street says it itself. */
export function isCountable(
  counted: SignQuestion['counted'],
  problem: string | null,
  kinds: readonly string[],
): boolean {
  if (counted === 'facts') return kinds.length > 0;
  return counted === 'insecure' || problem !== null;
}

/** Counts a sign in a period on every stretch of the town; facts that police found count for nothing. */
export async function countSign(file: OpenFile, question: SignQuestion): Promise<Counted> {
  const { counted, problem, kinds, days } = question;
  if (counted === 'contacts') return countContacts(file, problem ?? '', days);
  const places = await countPieces(file, { ...days, kinds });
  return (number) => {
    const place = places[number];
    return counted === 'facts'
      ? { count: place?.facts.count ?? 0, of: null }
      : { count: place?.insecure ?? 0, of: place?.answers ?? 0 };
  };
}

async function countContacts({ store }: OpenFile, problem: string, days: Days): Promise<Counted> {
  const town = await townPlaces(store);
  const counts = new Map<number, number>();
  const [from] = dayInterval(days.from);
  const [to] = dayInterval(days.to);
  for (const row of await placedContactsInPeriod(store.read, problem, { from, to }).execute()) {
    const street = town.numbers.street.get(row.street_id);
    if (street === undefined) continue;
    const piece = pieceOfContact(town, street, row);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return (number) => ({ count: counts.get(number) ?? 0, of: null });
}
