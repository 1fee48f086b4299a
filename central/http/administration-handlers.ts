import type { z } from 'zod';

import { ADMINISTRATION_WIRE as A } from '#shared/protocol/administration.ts';
import { QUARANTINE_WIRE as Q } from '#shared/protocol/quarantine.ts';
import { TERRITORY_WIRE as T } from '#shared/protocol/territory.ts';
import type { WireEndpoint } from '#shared/protocol/wire.ts';

import type { Principal } from '../access/access.ts';
import * as accounts from '../administration/accounts.ts';
import * as desks from '../administration/desks.ts';
import * as decisions from '../administration/quarantine/decide-quarantined.ts';
import * as quarantine from '../administration/quarantine/read-quarantine.ts';
import * as rights from '../administration/rights.ts';
import type { Centre } from '../ports.ts';
import * as territory from '../territory/versions.ts';

export interface AdministrationHandler {
  readonly endpoint: WireEndpoint;
  /** @param read gives the body as the schema says, or throws. */
  handle(
    who: Principal,
    read: <Schema extends z.ZodType>(schema: Schema) => z.infer<Schema>,
  ): Promise<unknown>;
}

/** Every address of administration, of quarantine and of the territory, tied to its use case. */
export function administrationHandlers(centre: Centre): readonly AdministrationHandler[] {
  return [
    tie(A.accounts, (who) => accounts.listAccounts(centre, who)),
    tie(A.addAccount, (who, given) => accounts.addAccount(centre, who, given)),
    tie(A.changeAccount, (who, given) => done(accounts.changeAccount(centre, who, given))),
    tie(A.setPassword, (who, given) => done(accounts.setPassword(centre, who, given))),
    tie(A.closeAccount, (who, given) => done(accounts.closeAccount(centre, who, given.officerId))),
    tie(A.reopenAccount, (who, given) =>
      done(accounts.reopenAccount(centre, who, given.officerId)),
    ),
    tie(A.makeCode, (who, given) => accounts.makeOneTimeCode(centre, who, given.officerId)),
    tie(A.addRight, (who, given) => rights.addRight(centre, who, given)),
    tie(A.endRight, (who, given) => done(rights.endRight(centre, who, given))),
    tie(A.areas, (who) => rights.listAreas(centre, who)),
    tie(A.setAreas, (who, given) => done(rights.setAreas(centre, who, given.areas))),
    tie(A.desks, (who) => desks.listDesks(centre, who)),
    tie(A.revokeDesk, (who, given) => done(desks.revokeDesk(centre, who, given.deviceId))),
    tie(A.setDeskAlarm, (who, given) => done(desks.setDeskAlarm(centre, who, given.days))),
    tie(A.acts, (who, given) => desks.listActs(centre, who, given.before)),
    tie(T.territoryGet, (who, given) => territory.getTerritory(centre, who, given)),
    tie(T.territoryVersions, (who) => territory.listVersions(centre, who)),
    tie(T.territoryPut, (who, given) => territory.putTerritory(centre, who, given)),
    tie(T.territoryPublish, (who, given) => territory.publishTerritory(centre, who, given)),
    tie(Q.quarantine, (who, given) => quarantine.listQuarantine(centre, who, given.after)),
    tie(Q.quarantined, (who, given) => quarantine.readQuarantined(centre, who, given.opId)),
    tie(Q.releaseQuarantined, (who, given) =>
      decisions.releaseQuarantined(centre, who, given.opId),
    ),
    tie(Q.refuseQuarantined, (who, given) => decisions.refuseQuarantined(centre, who, given)),
  ];
}

function tie<Request extends z.ZodType, Response extends z.ZodType>(
  endpoint: WireEndpoint & { readonly request: Request; readonly response: Response },
  useCase: (who: Principal, given: z.infer<Request>) => Promise<z.input<Response>>,
): AdministrationHandler {
  return { endpoint, handle: (who, read) => useCase(who, read(endpoint.request)) };
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}
