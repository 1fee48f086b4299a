import { createHash } from 'node:crypto';

import { OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { SignedPurpose } from '#shared/protocol/account.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import { publishTerritory, putTerritory } from '../../../central/territory/versions.ts';
import { signChallenge } from '../../../workbench/sync/desk-key.ts';
import { type EnrolledDesk, PASSWORD, type TestServer } from '../../factories/central-server.ts';
import { contactFields } from '../../factories/central-zone.ts';
import { pdfOfLength } from '../../factories/photos.ts';
import { packRows, townRows } from '../../factories/territory-package.ts';
import { askCentre } from '../../factories/wire-client.ts';
import type { AddressName } from './addresses.ts';

const FILE = pdfOfLength(900);
const HASH = createHash('sha256').update(FILE).digest('hex');
const FIRST = packRows(townRows(1));
const NEXT = packRows(townRows(2));

/** A right request for each address. */
export type Bodies = Readonly<Record<AddressName, () => object | Promise<object>>>;

/** Makes what all of them ask for: the first version of the territory. */
export async function prepare({ zone: { zoneId, centre } }: TestServer): Promise<void> {
  const who = { zoneId, officerId: null };
  const bytes = FIRST.bytes.toString('base64');
  await putTerritory(centre, who, { hash: FIRST.hash, offset: 0, bytes });
  await publishTerritory(centre, who, { hash: FIRST.hash, follows: 0 });
}

/**
 * Right requests of this desk, with ids of what is there for it alone: an account with a right and a desk,
 * and work that was set aside in the north. They are asked in the order of the wire.
 *
 * @param known an officer who proves to be it at the doors, where no token counts.
 */
export async function bodiesFor(
  server: TestServer,
  desk: EnrolledDesk,
  known: EnrolledDesk,
): Promise<Bodies> {
  const { zone } = server;
  const subject = await zone.officer('officer');
  const { officerId } = subject.principal;
  const rightId = await zone.grant(officerId, zone.south);
  const { deviceId: theirs } = await server.enrol(officerId);
  const outsider = await zone.officer('officer', zone.south);
  const [first, second] = [1, 2].map(() =>
    outsider.operation({
      entity: 'contact',
      change: contactFields(outsider.principal.officerId, zone.north),
    }),
  );
  if (first === undefined || second === undefined) throw new Error('nothing was set aside');
  await outsider.push(first, second);

  const { deviceId } = desk;
  const fresh = server.client();
  const proof = async (purpose: SignedPurpose) => {
    const asked = { deviceId: fresh.deviceId };
    const { nonce } = await askCentre(server.address, 'none', WIRE.challenge, asked);
    const signature = signChallenge(fresh.key, purpose, fresh.deviceId, nonce);
    return { deviceId: fresh.deviceId, nonce, signature };
  };
  const password = { login: known.login, password: PASSWORD };
  const enrolment = async () => ({
    code: await server.code(known.officerId),
    ...{ publicKey: fresh.key.publicKey, officerId: known.officerId, label: 'Desk 2' },
  });
  const [contactId, fileId] = [zone.newId(), zone.newId()];
  const file = { deviceId, row: { entity: 'attachment', id: fileId }, hash: HASH };
  const validity = { validFrom: '2026-06-01', validTo: OPEN_END };
  const idToken = 'a.b.c';
  return {
    challenge: () => ({ deviceId }),
    enrol: async () => ({ ...(await enrolment()), ...password, ...(await proof('enrol')) }),
    signIn: async () => ({ ...password, ...(await proof('sign-in')) }),
    token: async () => ({ ...(await proof('token')), appVersion: '1.0' }),
    oidcStart: () => ({ deviceId }),
    oidcEnrol: async () => ({ ...(await enrolment()), ...(await proof('oidc-enrol')), idToken }),
    oidcSignIn: async () => ({ ...(await proof('oidc-sign-in')), idToken }),
    push: () => pushOf(zone.newId, desk, zone.north, { contactId, fileId }),
    pull: () => ({ deviceId, epoch: null, cursors: {}, resultsAfter: 0 }),
    blobState: () => file,
    blobPut: () => ({ ...file, offset: 0, bytes: Buffer.from(FILE).toString('base64') }),
    blobGet: () => ({ ...file, offset: 0 }),
    pokes: () => ({}),
    accounts: () => ({}),
    addAccount: () => ({
      ...{ login: `new-${officerId}`, displayName: 'Sam Voorbeeld' },
      ...{ role: 'officer', password: PASSWORD },
    }),
    changeAccount: () => ({ officerId, displayName: 'Noor Anders' }),
    setPassword: () => ({ officerId, password: PASSWORD }),
    closeAccount: () => ({ officerId }),
    reopenAccount: () => ({ officerId }),
    makeCode: () => ({ officerId }),
    addRight: () => ({
      ...{ officerId, kind: 'neighbourhood', areaId: zone.north, restricted: false },
      ...validity,
    }),
    endRight: () => ({ rightId, validTo: '2026-07-01' }),
    areas: () => ({}),
    setAreas: () => ({ areas: [{ id: zone.newId(), kind: 'neighbourhood', parentId: null }] }),
    desks: () => ({}),
    revokeDesk: () => ({ deviceId: theirs }),
    setDeskAlarm: () => ({ days: 9 }),
    acts: () => ({ before: null }),
    quarantine: () => ({ after: null }),
    quarantined: () => ({ opId: first.opId }),
    releaseQuarantined: () => ({ opId: first.opId }),
    refuseQuarantined: () => ({ opId: second.opId, note: 'Niet van hier.' }),
    parcelPart: () => ({
      ...{ deviceId, index: 0, last: true, header: 'AAAA', sealed: 'AAAA' },
      signature: 'A'.repeat(86),
    }),
    territoryGet: () => ({ hash: FIRST.hash, offset: 0 }),
    territoryVersions: () => ({}),
    territoryPut: () => ({ hash: NEXT.hash, offset: 0, bytes: NEXT.bytes.toString('base64') }),
    territoryPublish: () => ({ hash: NEXT.hash, follows: 1 }),
  };
}

/** A contact with a file, as the first that a desk sends. */
function pushOf(
  newId: () => Id,
  { deviceId, officerId }: EnrolledDesk,
  neighbourhoodId: Id,
  { contactId, fileId }: { readonly contactId: Id; readonly fileId: Id },
): object {
  const common = {
    ...{ authorId: officerId, madeAt: '2026-06-15T08:00:00.000Z' },
    ...{ baseVersion: 0, baseEpoch: null, opVersion: 1 },
  };
  const [contact, file] = [newId(), newId()];
  const change = {
    kind: 'command',
    name: 'attachFile',
    arguments: {
      ...{ contactId, authorId: officerId, addedAt: '2026-06-15T08:00:00.000Z' },
      ...{ hash: HASH, size: FILE.length, mediaType: 'application/pdf' },
      ...{ name: 'brief.pdf', details: 'none' },
    },
  };
  const operations = [
    {
      ...{ ...common, opId: contact, deviceSeq: 1, entity: 'contact', entityId: contactId },
      ...{ dependsOn: [], change: contactFields(officerId, neighbourhoodId) },
    },
    {
      ...{ ...common, opId: file, deviceSeq: 2, entity: 'attachment', entityId: fileId },
      ...{ dependsOn: [contact], change },
    },
  ];
  return { deviceId, epoch: null, waiting: 0, operations };
}
