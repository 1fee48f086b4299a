import { type ChangeTopic } from '#shared/contract/desk.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';

/** What pages show of an entity. */
const TOPICS: Readonly<Record<Entity, readonly ChangeTopic[]>> = {
  contact: ['contacts', 'promises'],
  amendment: ['contacts'],
  attachment: ['attachments'],
  promise: ['promises', 'contacts'],
  officer: ['people', 'contacts', 'promises'],
  post: ['people'],
  partner: ['people'],
  'territory-import': ['territory'],
  code: ['codes'],
  party: ['parties', 'contacts'],
  'party-merge': ['parties', 'contacts'],
  'saved-view': ['views'],
  'fact-source': ['facts'],
  'fact-import': ['facts'],
  'fact-batch': ['facts'],
  'fact-weights': ['facts'],
  'answer-days': ['dossiers'],
  'shift-hours': ['dossiers'],
  absence: ['people', 'promises', 'dossiers'],
  dossier: ['dossiers'],
  action: ['dossiers'],
  measure: ['dossiers'],
  delivery: ['dossiers'],
  'means-step': ['dossiers'],
  deal: ['dossiers'],
  lesson: ['dossiers'],
};

/** What pages must ask again when another territory is here: rows that waited for a street came with it. */
export const TERRITORY_TOPICS: readonly ChangeTopic[] = [
  ...new Set<ChangeTopic>(['zone-territory', 'territory', ...Object.values(TOPICS).flat()]),
];

/** What pages must ask again when rows of these entities arrived; of unknown ones, nothing is shown. */
export function topicsOf(entities: readonly string[]): readonly ChangeTopic[] {
  const known: Readonly<Partial<Record<string, readonly ChangeTopic[]>>> = TOPICS;
  return [...new Set(entities.flatMap((entity) => known[entity] ?? []))];
}
