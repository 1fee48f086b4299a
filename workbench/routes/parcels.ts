import * as parcels from '../features/parcels/index.ts';
import type { RouteTools } from './route-tools.ts';

export function parcelsRoutes({ os, withFile, carryOut, session, transfers }: RouteTools) {
  return {
    state: os.parcels.state.handler(withFile(parcels.readParcels)),
    make: os.parcels.make.handler(() => parcels.makeParcel(session.file(), transfers)),
    takeIn: os.parcels.takeIn.handler(withFile(parcels.takeIn)),
    receipts: os.parcels.receipts.handler(({ input }) =>
      parcels.receiptsFile(session.file(), transfers, input),
    ),
    remove: os.parcels.remove.handler(carryOut(parcels.removeParcel)),
  };
}
