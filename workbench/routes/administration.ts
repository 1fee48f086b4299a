import { ADMINISTRATION_WIRE as A } from '#shared/protocol/administration.ts';
import { TERRITORY_WIRE } from '#shared/protocol/territory.ts';

import * as administration from '../features/administration/index.ts';
import * as territory from '../features/territory/index.ts';
import type { RouteTools } from './route-tools.ts';

export function administrationRoutes({ os, session }: RouteTools) {
  const centre = administration.atCentre(session);
  return {
    accounts: os.administration.accounts.handler(centre.ask(A.accounts)),
    addAccount: os.administration.addAccount.handler(centre.change(A.addAccount)),
    changeAccount: os.administration.changeAccount.handler(centre.change(A.changeAccount)),
    setPassword: os.administration.setPassword.handler(centre.change(A.setPassword)),
    closeAccount: os.administration.closeAccount.handler(centre.change(A.closeAccount)),
    reopenAccount: os.administration.reopenAccount.handler(centre.change(A.reopenAccount)),
    makeCode: os.administration.makeCode.handler(centre.change(A.makeCode)),
    addRight: os.administration.addRight.handler(centre.change(A.addRight)),
    endRight: os.administration.endRight.handler(centre.change(A.endRight)),
    desks: os.administration.desks.handler(centre.ask(A.desks)),
    revokeDesk: os.administration.revokeDesk.handler(centre.change(A.revokeDesk)),
    setDeskAlarm: os.administration.setDeskAlarm.handler(centre.change(A.setDeskAlarm)),
    acts: os.administration.acts.handler(centre.ask(A.acts)),
    territoryVersions: os.administration.territoryVersions.handler(
      centre.ask(TERRITORY_WIRE.territoryVersions),
    ),
    territoryDraft: os.administration.territoryDraft.handler(() =>
      territory.readTerritoryDraft(session.file(), session.centre()),
    ),
    publishTerritory: os.administration.publishTerritory.handler(async ({ input }) => {
      const file = session.file();
      try {
        return await territory.publishTerritory(file, session.centre(), input);
      } finally {
        file.announce(['administration']);
      }
    }),
    areas: os.administration.areas.handler(() =>
      administration.readAreas(session.file(), session.centre()),
    ),
    tellAreas: os.administration.tellAreas.handler(async () => {
      const told = await administration.tellAreas(session.file(), session.centre());
      session.file().announce(['administration']);
      return told;
    }),
  };
}
