import { QUARANTINE_WIRE as Q } from '#shared/protocol/quarantine.ts';

import * as administration from '../features/administration/index.ts';
import type { RouteTools } from './route-tools.ts';

export function quarantineRoutes({ os, session }: RouteTools) {
  const centre = administration.atCentre(session);
  return {
    list: os.quarantine.list.handler(centre.ask(Q.quarantine)),
    get: os.quarantine.get.handler(({ input }) =>
      administration.readQuarantined(session.file(), session.centre(), input),
    ),
    release: os.quarantine.release.handler(centre.change(Q.releaseQuarantined)),
    refuse: os.quarantine.refuse.handler(centre.change(Q.refuseQuarantined)),
  };
}
