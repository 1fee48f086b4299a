export { readAreas, tellAreas } from './areas.ts';
export { atCentre } from './at-centre.ts';
export { readQuarantined } from './quarantined.ts';
