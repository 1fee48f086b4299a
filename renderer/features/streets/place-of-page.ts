import type { Bounds } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** The street or neighbourhood that a page is about. */
export interface PlaceOfPage {
  readonly kind: 'street' | 'neighbourhood';
  readonly id: Id;
  readonly name: string;
  readonly bounds: Bounds | null;
}

/** The place as a filter of contacts. */
export function filterOfPlace({ kind, id }: PlaceOfPage) {
  return kind === 'street' ? { streetId: id } : { neighbourhoodId: id };
}
