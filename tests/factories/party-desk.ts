import { newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { PartyFields } from '#shared/domain/parties/party.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { logContact } from '../../workbench/features/contacts/index.ts';
import { addParty, mergeParties } from '../../workbench/features/parties/index.ts';
import { plantSmallTerritory } from './small-territory.ts';
import { openTestFile, type TestFile } from './test-store.ts';

/** A file with a street, and short words for what officers do with persons and organisations. */
export interface PartyDesk {
  readonly test: TestFile;
  newId(): string;
  /** @returns the id of the person. */
  add(name: string, more?: Partial<PartyFields>): Promise<string>;
  /** A contact with these parties, a minute after the one before. @returns its id. */
  log(parties: readonly string[], more?: object): Promise<string>;
  merge(partyId: string, intoId: string, id?: string): ReturnType<typeof mergeParties>;
  /** Everything recorded so far, in order. */
  operations(): Promise<
    readonly { entity: string; base_version: number; change: string; author_id: string }[]
  >;
}

export function person(name: string, more: Partial<PartyFields> = {}): PartyFields {
  return { kind: 'person', name, reach: '', language: null, role: null, ...more };
}

export async function openPartyDesk(): Promise<PartyDesk> {
  const test = await openTestFile();
  const { streetId } = await plantSmallTerritory(test.store);
  const random = seededRandom(7);
  const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
  return {
    test,
    newId,
    async add(name, more) {
      return (await addParty(test.file, { id: newId(), fields: person(name, more) })).id;
    },
    async log(parties, more = {}) {
      test.clock.advance(60_000);
      const contact = newContactSchema.parse({
        id: newId(),
        occurredAt: test.clock.now(),
        place: { streetId, houseNumber: '', position: null },
        reason: 'nuisance',
        next: { step: 'nothing', note: '' },
        parties,
        ...more,
      });
      return (await logContact(test.file, contact)).id;
    },
    merge: (partyId, intoId, id = newId()) => mergeParties(test.file, { id, partyId, intoId }),
    operations: () =>
      test.store.read
        .selectFrom('operation')
        .select(['entity', 'base_version', 'change', 'author_id'])
        .orderBy('device_seq')
        .execute(),
  };
}
