import { z } from 'zod';

import { hashSchema } from '../domain/attachments/attachment.ts';
import { packageFactsSchema } from '../domain/territory/package/read-package.ts';
import { idSchema } from '../lib/ids.ts';
import { ADMINISTRATION_WIRE, areaSchema } from '../protocol/administration.ts';
import { QUARANTINE_WIRE } from '../protocol/quarantine.ts';
import { TERRITORY_WIRE, territoryVersionSchema } from '../protocol/territory.ts';
import { operation } from './base.ts';

/**
 * What administrators and supervisors do at the centre. Everything is asked of it there and then, and
 * nothing is kept here: NOT_ENROLLED, CENTRE_UNREACHABLE, or CENTRE_REFUSED with its reason.
 */
function atCentre<Request extends z.ZodType, Response extends z.ZodType>(endpoint: {
  readonly request: Request;
  readonly response: Response;
}) {
  return operation.input(endpoint.request).output(endpoint.response);
}

/** An area of the centre or of this desk's territory. */
export const administeredAreaSchema = areaSchema.extend({
  nameNl: z.string(),
  nameFr: z.string(),
  /** Whether the centre knows it, so that rights can be given in it, and in the same district. */
  atCentre: z.boolean(),
  /** Whether it is in the territory of this desk, which gives it a name. */
  here: z.boolean(),
});
export type AdministeredArea = z.infer<typeof administeredAreaSchema>;

/** What would be published from this desk. */
export const territoryDraftSchema = z.object({
  /** Null when there is no street here. */
  draft: packageFactsSchema.extend({ hash: hashSchema, size: z.number().int() }).nullable(),
  /** Whether it is another than the newest version. */
  isNew: z.boolean(),
  /** Whether the newest version is not here yet: it has to be put in first. */
  isBehind: z.boolean(),
});
export type TerritoryDraft = z.infer<typeof territoryDraftSchema>;

const A = ADMINISTRATION_WIRE;
export const administrationContract = {
  accounts: atCentre(A.accounts),
  addAccount: atCentre(A.addAccount),
  changeAccount: atCentre(A.changeAccount),
  setPassword: atCentre(A.setPassword),
  closeAccount: atCentre(A.closeAccount),
  reopenAccount: atCentre(A.reopenAccount),
  makeCode: atCentre(A.makeCode),
  addRight: atCentre(A.addRight),
  endRight: atCentre(A.endRight),
  desks: atCentre(A.desks),
  revokeDesk: atCentre(A.revokeDesk),
  setDeskAlarm: atCentre(A.setDeskAlarm),
  acts: atCentre(A.acts),
  /** What the centre knows of neighbourhoods and districts, beside what this desk does. */
  areas: operation.output(z.object({ areas: z.array(administeredAreaSchema) })),
  territoryVersions: atCentre(TERRITORY_WIRE.territoryVersions),
  territoryDraft: operation.output(territoryDraftSchema),
  /** Publishes what `territoryDraft` told; INVALID_FIELD (`hash`) when it has changed since. */
  publishTerritory: operation.input(z.object({ hash: hashSchema })).output(territoryVersionSchema),
  /** Tells the centre the neighbourhoods and districts of this desk's territory. */
  tellAreas: operation.output(z.object({ told: z.number().int() })),
};

const Q = QUARANTINE_WIRE;
export const quarantinedWorkSchema = Q.quarantined.response.extend({
  /** What the ids in it are called here; one that is not known here has no entry. */
  names: z.record(idSchema, z.string()),
});
export type QuarantinedWork = z.infer<typeof quarantinedWorkSchema>;

export const quarantineContract = {
  list: atCentre(Q.quarantine),
  get: operation.input(Q.quarantined.request).output(quarantinedWorkSchema),
  release: atCentre(Q.releaseQuarantined),
  refuse: atCentre(Q.refuseQuarantined),
};
