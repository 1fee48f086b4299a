import type { Id } from '#shared/lib/ids.ts';

import { checkLeads } from '../check-role.ts';
import * as people from '../features/people/index.ts';
import type { RouteTools } from './route-tools.ts';

export function peopleRoutes({ os, withFile, withLead, check, session }: RouteTools) {
  /** Anybody says when they are away themselves; of others, those who lead do. */
  const checkAbout = (officerId: Id): Promise<void> =>
    check((role) => {
      if (session.file().store.identity.officerId !== officerId) checkLeads(role);
    });
  return {
    officers: os.people.officers.handler(withFile(people.readOfficers)),
    addOfficer: os.people.addOfficer.handler(withLead(people.addOfficer)),
    neighbourhoods: os.people.neighbourhoods.handler(withFile(people.readNeighbourhoods)),
    assignPost: os.people.assignPost.handler(withLead(people.assignPost)),
    endPost: os.people.endPost.handler(withLead(people.endPost)),
    absences: os.people.absences.handler(withFile(people.readAbsences)),
    setAbsence: os.people.setAbsence.handler(async ({ input }) => {
      await checkAbout(input.officerId);
      return people.setAbsence(session.file(), input);
    }),
    endAbsence: os.people.endAbsence.handler(async ({ input }) => {
      await checkAbout(input.officerId);
      return people.endAbsence(session.file(), input);
    }),
  };
}
