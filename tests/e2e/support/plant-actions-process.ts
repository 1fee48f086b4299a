/**
 * Puts dossiers with actions in every state on the streets of a desk that is closed, instead of those it has. A process of its own, because the
 * browser tests' runner cannot load SQLite.
 */
import { addDays, dayOf } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';
import { noKeyStore, systemClock, systemEntropy } from '#workbench';

import * as actions from '../../../workbench/features/actions/index.ts';
import { openProfiles } from '../../../workbench/features/session/index.ts';
import { unwrapKey } from '../../../workbench/store/key-file.ts';
import { openStore } from '../../../workbench/store/open.ts';
import { clearDemoWork } from '../../factories/bare-demo.ts';
import { actionForm, dossierForm, measureFields } from '../../factories/casework.ts';
import { openFileOf } from '../../factories/test-store.ts';

const [, , profileDirectory = '', passphrase = ''] = process.argv;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

const profiles = openProfiles(profileDirectory, silent);
const [profile] = await profiles.list();
if (!profile) throw new Error('there is no officer in this folder');
const identity = await profiles.read(profile.id);
const key = await unwrapKey(identity.key, passphrase, identity.profileId, noKeyStore);
if (!key) throw new Error('the passphrase is another one');
const clock = {
  ...systemClock,
  shift: 0,
  now: () => new Date(Date.now() + clock.shift).toISOString(),
};
const { store } = await openStore({
  path: profiles.databasePath(profile.id),
  key,
  clock,
  entropy: systemEntropy,
  identity,
});
await clearDemoWork(store);
const file = openFileOf(store, new AbortController().signal);
const newId = () => makeId(Date.parse(clock.now()), systemEntropy.bytes(16));
const today = dayOf(systemClock.now());
const me = identity.officerId;
const streets = await store.read
  .selectFrom('segment')
  .select(['id', 'street_id as streetId'])
  .where('neighbourhood_id', 'is not', null)
  .where('valid_to', '=', '9999-12-31')
  .orderBy('length_metres', 'desc')
  .limit(40)
  .execute();

interface Planted {
  readonly title: string;
  readonly street: number;
  /** Days from today. */
  readonly from: number;
  readonly to: number;
  readonly until: 'proposed' | 'approved' | 'active';
  readonly windows?: { days: number[]; from: number; to: number }[];
  readonly proposedDaysAgo?: number;
}

const SCHOOL = { days: [1, 2, 3, 4, 5], from: 480, to: 540 };
const PLANTED: readonly Planted[] = [
  { title: 'Trager aan de school', street: 0, from: 0, to: 27, until: 'active', windows: [SCHOOL] },
  {
    title: 'Fietsers op het voetpad',
    street: 8,
    from: -7,
    to: 40,
    until: 'active',
    windows: [{ days: [2, 4], from: 500, to: 560 }],
  },
  { title: 'Sluikstort bij de brug', street: 16, from: -50, to: -2, until: 'active' },
  {
    title: 'Nachtlawaai op het plein',
    street: 24,
    from: 10,
    to: 60,
    until: 'approved',
    windows: [{ days: [5, 6], from: 1_320, to: 120 }],
  },
  { title: 'Honden in het park', street: 32, from: 3, to: 30, until: 'approved' },
  { title: 'Meer licht in de doorsteek', street: 5, from: 20, to: 50, until: 'proposed' },
  {
    title: 'Parkeren op het zebrapad',
    street: 11,
    from: 14,
    to: 44,
    until: 'proposed',
    proposedDaysAgo: 30,
  },
];

for (const planted of PLANTED) {
  clock.shift = -(planted.proposedDaysAgo ?? 0) * 86_400_000;
  const segment = streets[planted.street] ?? streets[0];
  if (!segment) throw new Error('this desk has no streets');
  const [dossierId, id] = [newId(), newId()];
  await actions.openDossier(file, { id: dossierId, form: dossierForm([segment.id]) });
  const days = { startsOn: addDays(today, planted.from), endsOn: addDays(today, planted.to) };
  const endsOn = planted.to < 0 ? addDays(today, 1) : days.endsOn;
  const form = { ...actionForm(me), ...days, endsOn, title: planted.title };
  await actions.proposeAction(file, { id, dossierId, form });
  const fields = { ...measureFields(id, segment), windows: planted.windows ?? [], officerId: me };
  await actions.planMeasure(file, { id: newId(), fields });
  clock.shift = 0;
  if (planted.until === 'proposed') continue;
  await actions.answerAction(file, null, { id, approve: true, reason: '' });
  if (planted.until === 'active') await actions.startAction(file, { id });
  if (endsOn !== days.endsOn) {
    await actions.changeAction(file, { id, changes: { endsOn: days.endsOn } });
  }
}
await store.close();
