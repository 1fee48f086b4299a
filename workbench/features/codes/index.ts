export { addCode, changeCode, readCodes } from './codes.ts';
