import { hashPassword } from '../../central/accounts/passwords.ts';
import { makeCode, plainCode, secretHash } from '../../central/accounts/secrets.ts';
import type { Centre } from '../../central/ports.ts';
import type { AreaRecord } from '../../central/store/records.ts';
import { addDays, dayOf, OPEN_END } from '../../shared/lib/dates.ts';
import { type Id, makeId } from '../../shared/lib/ids.ts';
import type { Role } from '../../shared/protocol/account.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_LEAD,
  DEMO_SIGN_INS,
  generateDemoTown,
} from '../../workbench/features/demo/index.ts';

export const DEMO_SEED = 1;
/** Shown on the unlock screen of every demo desk: it guards nothing but fiction. */
const DEMO_PASSWORD = 'wijkwerk demo';

interface Account {
  readonly officerId: Id;
  readonly displayName: string;
  readonly login: string;
  readonly role: Role;
  /** Codes of neighbourhoods; `*` for the whole zone. */
  readonly areas: readonly string[];
}

const [noor, samir] = DEMO_SIGN_INS;
if (noor === undefined || samir === undefined) throw new Error('the demo has two officers');
/** Noor and Samir stand in for each other, so that each sees what the other writes. */
const ACCOUNTS: readonly Account[] = [
  { ...noor, login: 'noor', role: 'officer', areas: ['LM01', 'LM02', 'LM06'] },
  { ...samir, login: 'samir', role: 'officer', areas: ['LM06', 'LM01'] },
  { ...DEMO_LEAD, login: 'fien', role: 'team-lead', areas: ['*'] },
  { ...DEMO_ADMINISTRATOR, login: 'ward', role: 'administrator', areas: [] },
];

/** Adds the zone with the town's areas, and the accounts of whoever may sign in. */
export async function foundZone(
  centre: Centre,
): Promise<{ readonly id: Id; readonly epoch: string }> {
  const { directory } = centre.store;
  const town = generateDemoTown(DEMO_SEED);
  const newId = idsOf(centre);
  const zone = { id: newId(), name: town.name, epoch: newId() };
  await directory.addZone(zone);
  // A district lies in a municipality as well: rights know of districts only.
  const areas = town.areas.flatMap(({ id, kind, parentId }): AreaRecord[] => {
    if (kind === 'district') return [{ id, kind, parentId: null }];
    return kind === 'neighbourhood' ? [{ id, kind, parentId }] : [];
  });
  await directory.putAreas(zone.id, areas);
  const passwordHash = await hashPassword(DEMO_PASSWORD, centre.random(16));
  const today = dayOf(centre.clock.now());
  for (const { areas: codes, ...account } of ACCOUNTS) {
    await directory.putAccount(zone.id, { ...account, passwordHash, disabled: false, bound: true });
    for (const code of codes) {
      const area = town.areas.find(({ officialId }) => officialId === code);
      await directory.addRight(zone.id, {
        id: newId(),
        officerId: account.officerId,
        kind: code === '*' ? 'zone' : 'neighbourhood',
        areaId: area?.id ?? zone.id,
        restricted: account.role === 'team-lead',
        validFrom: addDays(today, -365),
        validTo: OPEN_END,
      });
    }
  }
  return zone;
}

/** One-time codes for one desk of each account. */
export async function invite(centre: Centre, zoneId: Id) {
  const { store, clock, random } = centre;
  const expiresAt = new Date(Date.parse(clock.now()) + 86_400_000).toISOString();
  const guests = [];
  for (const { officerId, login } of ACCOUNTS) {
    const code = makeCode(random);
    const codeHash = secretHash(plainCode(code));
    await store.directory.addCode({ codeHash, zoneId, officerId, expiresAt });
    guests.push({ officerId, login, password: DEMO_PASSWORD, code });
  }
  return guests;
}

export function idsOf({ clock, random }: Pick<Centre, 'clock' | 'random'>): () => Id {
  return () => makeId(Date.parse(clock.now()), random(16));
}
