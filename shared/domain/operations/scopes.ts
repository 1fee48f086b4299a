import type { Id } from '../../lib/ids.ts';

/**
 * A named part of the centre's rows, and the unit in which rights are given: `reference`,
 * `neighbourhood:<id>`, `district:<id>`, `user:<id>`, `unplaced`, and any of them with `/restricted`.
 */
export type Scope = string;

/** What every officer of the zone needs: colleagues, posts, partners, the territory. */
export const REFERENCE: Scope = 'reference';

/** What all who speak with residents share: persons, organisations, views of the team. */
export const PEOPLE: Scope = 'people';

/** Rows that lie in no neighbourhood: seen by their author and by those who lead. */
export const UNPLACED: Scope = 'unplaced';

export function neighbourhoodScope(areaId: Id): Scope {
  return `neighbourhood:${areaId}`;
}

export function districtScope(areaId: Id): Scope {
  return `district:${areaId}`;
}

export function userScope(officerId: Id): Scope {
  return `user:${officerId}`;
}

/** The part of a scope that only those see who were given it by name. */
export function restricted(scope: Scope): Scope {
  return `${scope}/restricted`;
}

/** The neighbourhood or district whose rows a scope holds, openly or restricted; undefined for another scope. */
export function areaOfScope(scope: Scope): Id | undefined {
  return /^(?:neighbourhood|district):([^/]+)/.exec(scope)?.[1];
}

/**
 * The open scope of where a row lies, also of one that is restricted there: its neighbourhood, district or
 * `unplaced`. Undefined for a row that lies nowhere.
 */
export function whereabouts(scopes: readonly Scope[]): Scope | undefined {
  const place = scopes.find((scope) =>
    /^(?:neighbourhood:|district:|unplaced(?:\/|$))/.test(scope),
  );
  return place?.replace(/\/restricted$/, '');
}
