import type { Measure } from '../measure.ts';
import { addressSearches } from './address-search.ts';
import { amendContact } from './amend-contact.ts';
import { boardAfterMove, boards } from './board.ts';
import { findDossiers } from './find-dossiers.ts';
import { firstGaps } from './first-gap-map.ts';
import { gapMaps } from './gap-map.ts';
import {
  groupsByMonth,
  groupsByNeighbourhood,
  listByPlaceAndReason,
  listByReason,
  listFurther,
  listPlain,
  listSorted,
  streetContacts,
} from './list-contacts.ts';
import { logContact } from './log-contact.ts';
import { groupsWhole, viewQuarter, viewSmall, viewWhole } from './map-view.ts';
import { nearby } from './nearby.ts';
import { contactHistory } from './one-contact.ts';
import { partySuggestions } from './party-suggestions.ts';
import { busyStreetPage, neighbourhoodPage, streetPage } from './place-pages.ts';
import { roundTrip } from './round-trip.ts';
import { saveDraft } from './save-draft.ts';
import { searches } from './search.ts';
import { streetProfiles } from './street-profile.ts';
import { onlyHere, openPromises } from './today.ts';

/**
 * Everything that is measured, in this order: what reads before what writes, and last what opens the
 * file anew.
 */
export const MEASURES: readonly Measure[] = [
  roundTrip,
  listPlain,
  listFurther,
  listByReason,
  listByPlaceAndReason,
  listSorted,
  groupsByMonth,
  groupsByNeighbourhood,
  contactHistory,
  streetContacts,
  streetPage,
  busyStreetPage,
  neighbourhoodPage,
  ...streetProfiles,
  ...gapMaps,
  ...boards,
  findDossiers,
  viewSmall,
  viewQuarter,
  viewWhole,
  groupsWhole,
  openPromises,
  onlyHere,
  ...searches,
  ...addressSearches,
  ...partySuggestions,
  nearby,
  saveDraft,
  logContact,
  amendContact,
  boardAfterMove,
  ...firstGaps,
];
