import * as streets from '../features/streets/index.ts';
import type { RouteTools } from './route-tools.ts';

export function streetsRoutes({ os, withFile }: RouteTools) {
  return {
    street: os.streets.street.handler(withFile(streets.readStreet)),
    profile: os.streets.profile.handler(withFile(streets.readStreetProfile)),
    neighbourhood: os.streets.neighbourhood.handler(withFile(streets.readNeighbourhood)),
  };
}
