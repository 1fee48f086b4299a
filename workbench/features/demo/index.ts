export { DEMO_ADMINISTRATOR, DEMO_LEAD, DEMO_SIGN_INS } from './people.ts';
export { seedDemoTerritory, seedDemoTown } from './seed.ts';
export { generateDemoTown } from './town.ts';
