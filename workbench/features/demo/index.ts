export { DEMO_SIGN_INS } from './people.ts';
export { seedDemoTown } from './seed.ts';
export { generateDemoTown } from './town.ts';
