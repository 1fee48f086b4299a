import * as people from '../features/people/index.ts';
import type { RouteTools } from './route-tools.ts';

export function peopleRoutes({ os, withFile, withLead }: RouteTools) {
  return {
    officers: os.people.officers.handler(withFile(people.readOfficers)),
    addOfficer: os.people.addOfficer.handler(withLead(people.addOfficer)),
    neighbourhoods: os.people.neighbourhoods.handler(withFile(people.readNeighbourhoods)),
    assignPost: os.people.assignPost.handler(withLead(people.assignPost)),
    endPost: os.people.endPost.handler(withLead(people.endPost)),
  };
}
