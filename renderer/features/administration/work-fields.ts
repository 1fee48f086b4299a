import type { QuarantinedWork } from '#shared/contract/administration.ts';
import { typedTexts } from '#shared/domain/operations/typed-texts.ts';

/** Which row, and which bytes: nothing that a person decides by. */
export const UNSAID: ReadonlySet<string> = new Set([
  ...['id', 'hash', 'mediaType', 'details'],
  // Ids of rows that have no name, and what the program keeps for itself.
  ...['measureId', 'facts', 'importId', 'sourceId', 'plan', 'counts', 'mapping', 'unchanged'],
  ...['plannedMinutes', 'plannedAtStart', 'evidence', 'reviewedTooEarly'],
  ...['completions', 'provisionalReviews', 'revisions'],
]);

/** Typed as well, but they do not tell one piece of work from another. */
const BY_THE_WAY: ReadonlySet<string> = new Set(['houseNumber']);

/** Where it is and how it begins, so that two pieces of one author can be told apart. */
export function firstWords({
  change,
  current,
  names,
}: Pick<QuarantinedWork, 'change' | 'current' | 'names'>): string {
  const given = change.kind === 'patch' ? change.fields : change.arguments;
  const streetId = given['streetId'] ?? current?.['streetId'];
  const street = typeof streetId === 'string' ? (names[streetId] ?? '') : '';
  const number = given['houseNumber'] ?? '';
  const place = typeof number === 'string' ? `${street} ${number}`.trim() : street;
  const typed = typedTexts({ kind: 'patch', fields: given }).filter(
    ({ field }) => !BY_THE_WAY.has(field),
  );
  return [place, typed[0]?.text ?? ''].filter((part) => part !== '').join(' · ');
}
