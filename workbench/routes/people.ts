import * as people from '../features/people/index.ts';
import type { RouteTools } from './route-tools.ts';

export function peopleRoutes({ os, withFile, carryOut }: RouteTools) {
  return {
    officers: os.people.officers.handler(withFile(people.readOfficers)),
    addOfficer: os.people.addOfficer.handler(withFile(people.addOfficer)),
    neighbourhoods: os.people.neighbourhoods.handler(withFile(people.readNeighbourhoods)),
    assignPost: os.people.assignPost.handler(withFile(people.assignPost)),
    endPost: os.people.endPost.handler(carryOut(people.endPost)),
  };
}
