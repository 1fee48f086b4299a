/**
 * Puts three actions on a desk that is closed: they began four weeks ago, two with most of their dose done. On the street
 * of the one fewer facts were recorded since, on that of the other more, and elsewhere as many as before. Of the third
 * hardly anything was done. The facts reach so many days after the beginning as the third word says, or to the end. With a
 * fourth word they began on that day, in a year that is over, and the year before few places had reported: as if the method
 * had changed. A process of its own, because the browser tests' runner cannot load SQLite.
 */
import type { Fact } from '#shared/domain/facts/fact.ts';
import { addDays, type Day, dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { noKeyStore, systemClock, systemEntropy } from '#workbench';

import * as actions from '../../../workbench/features/actions/index.ts';
import { openProfiles } from '../../../workbench/features/session/index.ts';
import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { openStore } from '../../../workbench/store/open.ts';
import { putFactBatch } from '../../../workbench/store/repositories/fact-repository.ts';
import { actionForm, dossierForm, measureFields } from '../../factories/casework.ts';
import { evenMonths, storeFactImport } from '../../factories/many-facts.ts';
import { openFileOf } from '../../factories/test-store.ts';
import { square, storeTerritory, territoryMaker } from '../../factories/test-territory.ts';

const DAYS = 28;
const PIECES = 3;

const [, , profileDirectory = '', passphrase = '', reach = String(DAYS), beganOn] = process.argv;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

const profiles = openProfiles(profileDirectory, silent);
const [profile] = await profiles.list();
if (!profile) throw new Error('there is no officer in this folder');
const identity = await profiles.read(profile.id);
const key = await unwrapKey(identity.key, passphrase, identity.profileId, noKeyStore);
if (!key) throw new Error('the passphrase is another one');
const then = beganOn
  ? `${beganOn}T08:00:00.000Z`
  : new Date(Date.parse(systemClock.now()) - DAYS * 86_400_000).toISOString();
let moment = then;
const { store } = await openStore({
  path: profiles.databasePath(profile.id),
  key,
  clock: { ...systemClock, now: () => moment },
  entropy: systemEntropy,
  identity,
});
const file = openFileOf(store, new AbortController().signal, () => undefined);
const newId = (): Id => makeId(Date.parse(then), systemEntropy.bytes(16));
const began = dayOf(then);
const [before, leadUp, after] = [addDays(began, -33), addDays(began, -3), addDays(began, 3)];

const town = territoryMaker();
const neighbourhoodId = town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.1) }).id;
/** A street of three stretches, end to end. */
const street = (nameNl: string, latitude: number) => {
  const { id: streetId } = town.street({ nameNl });
  return Array.from({ length: PIECES }, (_, piece) => {
    const geometry = [
      [4.41 + piece * 0.002, latitude],
      [4.412 + piece * 0.002, latitude],
    ] as const;
    return town.segment({ streetId, geometry, neighbourhoodId });
  });
};
type PlantedStretch = ReturnType<typeof street>[number];
const middleOf = (pieces: readonly PlantedStretch[]) => {
  const [, middle] = pieces;
  if (!middle) throw new Error('a street has three stretches');
  return middle;
};
const calmer = middleOf(street('Schoolstraat', 51.01));
const busier = middleOf(street('Stationslaan', 51.02));
const untried = middleOf(street('Parkweg', 51.09));
const others = Array.from({ length: 6 }, (_, at) =>
  street(`${at + 1}e Dwarsstraat`, 51.03 + at * 0.005),
).flat();
await storeTerritory(store, town.dataset);

const importId = newId();
const days = beganOn
  ? { first: `${yearBefore(began)}-01-01`, last: `${began.slice(0, 4)}-12-31` }
  : { first: addDays(began, -3 * DAYS), last: addDays(began, Number(reach)) };
await storeFactImport(store, {
  id: importId,
  sourceId: newId(),
  sourceName: 'Meldingen',
  counts: { days, stored: 10_000, months: evenMonths(days, 500) },
});
/** So many facts on one day, of each stretch. */
async function record(day: Day, counts: ReadonlyMap<PlantedStretch, number>): Promise<void> {
  for (const [{ id: segmentId, streetId }, count] of counts) {
    const facts = Array.from({ length: count }, (): Fact => ({
      kind: 'speeding',
      origin: 'public',
      time: day,
      tie: 'nearest',
      streetId,
      segmentId,
    }));
    const batch = { id: newId(), importId, neighbourhoodId, facts, version: 1 };
    await store.write((handle) => putFactBatch(handle, batch));
  }
}

if (beganOn) {
  const few = others.slice(0, 5).map((segment) => [segment, 2] as const);
  await record(`${yearBefore(began)}-06-15`, new Map(few));
}
for (const [day, school, station] of [
  [before, 40, 10],
  [leadUp, 60, 12],
  [after, 8, 45],
] as const) {
  const counts = new Map(others.map((segment) => [segment, 10]));
  await record(day, counts.set(calmer, school).set(busier, station));
}

const stops: Parameters<typeof actions.confirmDelivery>[1][] = [];
for (const [title, segment, minutes] of [
  ['Trager aan de school', calmer, 30],
  ['Trager aan het station', busier, 30],
  ['Trager aan het park', untried, 4],
] as const) {
  const [dossierId, id, measureId] = [newId(), newId(), newId()];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id], { title }) });
  const { sign, ...form } = actionForm(store.identity.officerId);
  await actions.proposeAction(file, {
    id,
    dossierId,
    form: {
      ...form,
      title,
      sign: {
        ...sign,
        counted: 'facts',
        from: addDays(began, -40),
        to: addDays(began, -10),
      },
      startsOn: began,
      endsOn: addDays(began, DAYS),
    },
  });
  await actions.planMeasure(file, { id: measureId, fields: measureFields(id, segment) });
  await actions.answerAction(file, null, { id, approve: true, reason: '' });
  await actions.startAction(file, { id });
  for (const week of [0, 1, 2]) {
    stops.push({ id: newId(), measureId, day: addDays(began, 7 * week), minutes });
  }
}
moment = systemClock.now();
for (const stop of stops) await actions.confirmDelivery(file, stop);
await store.close();

function yearBefore(day: Day): string {
  return String(Number(day.slice(0, 4)) - 1);
}
