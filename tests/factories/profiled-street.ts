import {
  type StreetProfile,
  type StreetProfileQuestion,
  streetProfileSchema,
} from '#shared/contract/street-profile.ts';
import { type NewContact, newContactSchema } from '#shared/domain/contacts/contact.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';

import { logContact } from '../../workbench/features/contacts/log-contact.ts';
import { readStreetProfile } from '../../workbench/features/streets/index.ts';
import { putFactBatch } from '../../workbench/store/repositories/fact-repository.ts';
import { evenMonths, storeFactImport } from './many-facts.ts';
import { openTestFile } from './test-store.ts';
import { square, storeTerritory, territoryMaker } from './test-territory.ts';

export type ProfiledStreet = Awaited<ReturnType<typeof openProfiledStreet>>;

/** A desk with one street of two pieces, which had another name and row before 2026, and one import of facts. */
export async function openProfiledStreet() {
  const random = seededRandom(23);
  const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
  const test = await openTestFile();
  const town = territoryMaker();
  const noord = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.02) }).id;
  const before = town.street({ nameNl: 'Oude Baan', officialId: 'S1', validTo: '2026-01-01' }).id;
  const street = town.street({
    nameNl: 'Nieuwe Baan',
    officialId: 'S1',
    validFrom: '2026-01-01',
  }).id;
  const pieces: readonly string[] = [4.401, 4.405].map((west) => {
    const geometry = [
      [west, 51.005],
      [west + 0.004, 51.005],
    ] as const;
    return town.segment({ streetId: street, geometry, neighbourhoodId: noord }).id;
  });
  await storeTerritory(test.store, town.dataset);
  await storeFactImport(test.store, { id: 'i1' });

  async function record(count: number, changes: Partial<Fact> = {}): Promise<void> {
    const facts = Array.from({ length: count }, (): Fact => ({
      kind: 'vandalism',
      origin: 'public',
      time: '2026-03-06T21:30:00.000Z',
      tie: 'nearest',
      streetId: street,
      segmentId: pieces[0] ?? '',
      ...changes,
    }));
    const batch = { id: newId(), importId: 'i1', neighbourhoodId: noord, facts, version: 1 };
    await test.store.write((handle) => putFactBatch(handle, batch));
  }

  return {
    ...{ test, town, noord, before, street, pieces, newId, record },
    dispose: () => test.dispose(),
    /** The profile of the street or a piece of it, as the contract lets it through. */
    async ask(
      segmentId: string | null = null,
      id = street,
      period: StreetProfileQuestion['period'] = null,
    ): Promise<StreetProfile> {
      return streetProfileSchema.parse(
        await readStreetProfile(test.file, { id, segmentId, period }),
      );
    },
    /** Facts of the file in another street, so that it lacks none of these months. */
    async recordElsewhere(first: Day, last: Day): Promise<void> {
      const elsewhere = { streetId: newId(), segmentId: undefined, tie: 'street' as const };
      for (const time of Object.keys(evenMonths({ first, last }, 1))) {
        await record(10, { ...elsewhere, time });
      }
    },
    /** A contact in the street of before. */
    log(changes: Record<string, unknown> = {}) {
      const input: NewContact = newContactSchema.parse({
        id: newId(),
        occurredAt: '2026-03-02T10:00:00.000Z',
        place: { streetId: before, houseNumber: '', position: [4.402, 51.0051] },
        reason: 'nuisance',
        summary: '',
        next: { step: 'nothing', note: '' },
        ...changes,
      });
      return logContact(test.file, input);
    },
  };
}
