export { endAbsence, readAbsences, setAbsence } from './absences.ts';
export { readNeighbourhoods } from './neighbourhoods.ts';
export { addOfficer, readOfficers } from './officers.ts';
export { assignPost, endPost } from './posts.ts';
