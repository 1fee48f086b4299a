import { z } from 'zod';

import { idSchema } from '../../lib/ids.ts';

const namesSchema = z.object({ nameNl: z.string(), nameFr: z.string() });

/**
 * A street as it is told from others of the same name, of which a zone of several municipalities has many: with the
 * neighbourhoods that are meant, several where it goes through them; none outside of every one.
 */
export const placedStreetSchema = namesSchema.extend({ neighbourhoods: z.array(namesSchema) });
export type PlacedStreet = z.infer<typeof placedStreetSchema>;
type Names = z.infer<typeof namesSchema>;

/** A street that can be gone to. */
export const knownStreetSchema = placedStreetSchema.extend({ id: idSchema });
export type KnownStreet = z.infer<typeof knownStreetSchema>;

/** The languages in which places have names; English takes the Dutch ones. */
type NameLanguage = 'nl' | 'fr' | 'en';

/** The Dutch name, or the French one in French where there is one. */
export function nameIn(language: NameLanguage, { nameNl, nameFr }: Names): string {
  return language === 'fr' && nameFr !== '' ? nameFr : nameNl;
}

/** "Kerkstraat, Nekkerspoel"; where it goes through two neighbourhoods "Lange Baan, Centrum en Nekkerspoel". */
export function streetIn(language: NameLanguage, street: PlacedStreet): string {
  return withPlace(language, [nameIn(language, street)], placeIn(language, street));
}

/** "Kerkstraat en Lange Baan, Nekkerspoel; Kerkstraat, Muizen": streets by their neighbourhoods, each named once. */
export function streetsIn(language: NameLanguage, streets: readonly PlacedStreet[]): string {
  const byPlace = Map.groupBy(streets, (street) => placeIn(language, street));
  return [...byPlace]
    .map(([place, within]) =>
      withPlace(language, [...new Set(within.map((one) => nameIn(language, one)))], place),
    )
    .filter(Boolean)
    .join('; ');
}

/** Each street once, as it came first, with the neighbourhoods of all that stand for it. */
export function eachStreetOnce(streets: readonly KnownStreet[]): KnownStreet[] {
  return [...Map.groupBy(streets, ({ id }) => id).values()].flatMap((same) => {
    const neighbourhoods = new Map(
      same.flatMap((one) => one.neighbourhoods).map((area) => [area.nameNl, area]),
    );
    return same
      .slice(0, 1)
      .map((one) => ({ ...one, neighbourhoods: [...neighbourhoods.values()] }));
  });
}

/** Stretches with the names of what they are part of; the neighbourhood is empty outside of every one. */
interface NamedStretch {
  readonly streetId: string;
  readonly streetNameNl: string;
  readonly streetNameFr: string;
  readonly neighbourhoodNameNl: string;
  readonly neighbourhoodNameFr: string;
}

/** The street of a stretch, in the neighbourhood that the stretch lies in. */
export function streetOfSegment(segment: NamedStretch): KnownStreet {
  const area = { nameNl: segment.neighbourhoodNameNl, nameFr: segment.neighbourhoodNameFr };
  return {
    id: segment.streetId,
    nameNl: segment.streetNameNl,
    nameFr: segment.streetNameFr,
    neighbourhoods: area.nameNl === '' ? [] : [area],
  };
}

/** The streets that stretches are of, each once. */
export function streetsOfSegments(segments: readonly NamedStretch[]): KnownStreet[] {
  return eachStreetOnce(segments.map(streetOfSegment));
}

/** By name, and of one name by neighbourhood. */
export function byStreetName(language: NameLanguage) {
  return (one: PlacedStreet, other: PlacedStreet): number =>
    nameIn(language, one).localeCompare(nameIn(language, other), language) ||
    placeIn(language, one).localeCompare(placeIn(language, other), language);
}

function withPlace(language: NameLanguage, names: readonly string[], place: string): string {
  return [listed(language, names), place].filter(Boolean).join(', ');
}

function placeIn(language: NameLanguage, { neighbourhoods }: PlacedStreet): string {
  return listed(language, [...new Set(neighbourhoods.map((area) => nameIn(language, area)))]);
}

function listed(language: NameLanguage, names: readonly string[]): string {
  return listFormats[language].format(names.filter(Boolean));
}

const listFormats: Readonly<Record<NameLanguage, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl'),
  fr: new Intl.ListFormat('fr'),
  en: new Intl.ListFormat('en-GB'),
};
