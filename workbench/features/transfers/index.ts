export { openTransfers, type Transfers } from './transfers.ts';
