export { type ChangeHub, createChangeHub } from './change-hub.ts';
