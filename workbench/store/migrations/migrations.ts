import type { Kysely } from 'kysely';

import * as operations from './0001-operations.ts';
import * as territory from './0002-territory.ts';
import * as people from './0003-people.ts';
import * as contacts from './0004-contacts.ts';
import * as landscape from './0005-landscape.ts';
import * as codes from './0006-codes.ts';
import * as parties from './0007-parties.ts';
import * as contactBreadth from './0008-contact-breadth.ts';
import * as partySearch from './0009-party-search.ts';
import * as pages from './0010-pages.ts';
import * as search from './0011-search.ts';
import * as contactFacets from './0012-contact-facets.ts';
import * as savedViews from './0013-saved-views.ts';
import * as sync from './0014-sync.ts';
import * as placesAndDisclosures from './0015-places-and-disclosures.ts';
import * as outcomeNotes from './0016-outcome-notes.ts';
import * as syncPage from './0017-sync-page.ts';
import * as attachments from './0018-attachments.ts';
import * as syncArrivals from './0019-sync-arrivals.ts';
import * as bulkArrivals from './0020-bulk-arrivals.ts';
import * as zoneTerritory from './0021-zone-territory.ts';
import * as parcels from './0022-parcels.ts';
import * as facts from './0023-facts.ts';
import * as factWeights from './0024-fact-weights.ts';
import * as casework from './0025-casework.ts';
import * as caseworkCodes from './0026-casework-codes.ts';
import * as needsOfStreets from './0027-needs-of-streets.ts';
import * as board from './0028-board.ts';
import * as disclosedKinds from './0029-disclosed-kinds.ts';
import * as searchDossiers from './0030-search-dossiers.ts';
import * as answerDays from './0031-answer-days.ts';
import * as shiftHours from './0032-shift-hours.ts';
import * as factBorders from './0033-fact-borders.ts';
import * as grounds from './0034-grounds.ts';
import * as erasedWork from './0035-erased-work.ts';
import * as objections from './0036-objections.ts';
import * as absences from './0037-absences.ts';
import * as assessmentReviews from './0038-assessment-reviews.ts';
import * as dueDeals from './0039-due-deals.ts';

export interface Migration {
  /** The `user_version` of the file afterwards. */
  readonly version: number;
  readonly name: string;
  readonly up: (database: Kysely<never>) => Promise<void>;
}

/** In order, without gaps. A migration that has shipped is never edited: the next one mends it. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'operations', up: operations.up },
  { version: 2, name: 'territory', up: territory.up },
  { version: 3, name: 'people', up: people.up },
  { version: 4, name: 'contacts', up: contacts.up },
  { version: 5, name: 'landscape', up: landscape.up },
  { version: 6, name: 'codes', up: codes.up },
  { version: 7, name: 'parties', up: parties.up },
  { version: 8, name: 'contact-breadth', up: contactBreadth.up },
  { version: 9, name: 'party-search', up: partySearch.up },
  { version: 10, name: 'pages', up: pages.up },
  { version: 11, name: 'search', up: search.up },
  { version: 12, name: 'contact-facets', up: contactFacets.up },
  { version: 13, name: 'saved-views', up: savedViews.up },
  { version: 14, name: 'sync', up: sync.up },
  { version: 15, name: 'places-and-disclosures', up: placesAndDisclosures.up },
  { version: 16, name: 'outcome-notes', up: outcomeNotes.up },
  { version: 17, name: 'sync-page', up: syncPage.up },
  { version: 18, name: 'attachments', up: attachments.up },
  { version: 19, name: 'sync-arrivals', up: syncArrivals.up },
  { version: 20, name: 'bulk-arrivals', up: bulkArrivals.up },
  { version: 21, name: 'zone-territory', up: zoneTerritory.up },
  { version: 22, name: 'parcels', up: parcels.up },
  { version: 23, name: 'facts', up: facts.up },
  { version: 24, name: 'fact-weights', up: factWeights.up },
  { version: 25, name: 'casework', up: casework.up },
  { version: 26, name: 'casework-codes', up: caseworkCodes.up },
  { version: 27, name: 'needs-of-streets', up: needsOfStreets.up },
  { version: 28, name: 'board', up: board.up },
  { version: 29, name: 'disclosed-kinds', up: disclosedKinds.up },
  { version: 30, name: 'search-dossiers', up: searchDossiers.up },
  { version: 31, name: 'answer-days', up: answerDays.up },
  { version: 32, name: 'shift-hours', up: shiftHours.up },
  { version: 33, name: 'fact-borders', up: factBorders.up },
  { version: 34, name: 'grounds', up: grounds.up },
  { version: 35, name: 'erased-work', up: erasedWork.up },
  { version: 36, name: 'objections', up: objections.up },
  { version: 37, name: 'absences', up: absences.up },
  { version: 38, name: 'assessment-reviews', up: assessmentReviews.up },
  { version: 39, name: 'due-deals', up: dueDeals.up },
];

/** The version this application writes and the newest it can read. */
export const FILE_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
