import { registerActionsSuite } from './actions-suite.ts';
import { registerAdministrationSuite } from './administration-suite.ts';
import { registerAttachmentsSuite } from './attachments-suite.ts';
import { registerBoardSuite } from './board-suite.ts';
import { registerContactListSuite } from './contact-list-suite.ts';
import { registerContractSuite } from './contract-suite.ts';
import type { MakeTransport } from './desk-over.ts';
import { registerFactsSuite } from './facts-suite.ts';
import { registerMapSuite } from './map-suite.ts';
import { registerMeansSuite } from './means-suite.ts';
import { registerPagesSuite } from './pages-suite.ts';
import { registerParcelsSuite } from './parcels-suite.ts';
import { registerPartiesSuite } from './parties-suite.ts';
import { registerProviderSuite } from './provider-suite.ts';
import { registerSearchSuite } from './search-suite.ts';
import { registerSyncSuite } from './sync-suite.ts';
import { registerTerritoryVersionsSuite } from './territory-versions-suite.ts';
import { registerZoneSettingsSuite } from './zone-settings-suite.ts';

/** Everything the contract promises, over one transport; each suite starts a desk of its own. */
export function registerContractSuites(name: string, open: MakeTransport): void {
  registerContractSuite(name, open);
  registerActionsSuite(name, open);
  registerMeansSuite(name, open);
  registerBoardSuite(name, open);
  registerAttachmentsSuite(name, open);
  registerContactListSuite(name, open);
  registerFactsSuite(name, open);
  registerMapSuite(name, open);
  registerPagesSuite(name, open);
  registerPartiesSuite(name, open);
  registerSearchSuite(name, open);
  registerSyncSuite(name, open);
  registerParcelsSuite(name, open);
  registerProviderSuite(name, open);
  registerAdministrationSuite(name, open);
  registerTerritoryVersionsSuite(name, open);
  registerZoneSettingsSuite(name, open);
}
