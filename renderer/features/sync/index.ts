export { ChangesOnPaper, changesSearchSchema } from './changes-on-paper.tsx';
export { LeaseBanner } from './lease-banner.tsx';
export { LeaseOverPage } from './lease-over-page.tsx';
export { LineFact } from './line-fact.tsx';
export { RecordStanding, UnreceivedBadge } from './record-standing.tsx';
export { RightsBanner } from './rights-banner.tsx';
export { SyncPage } from './sync-page.tsx';
