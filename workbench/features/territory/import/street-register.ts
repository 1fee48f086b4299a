import { distanceMetres, type Line } from '#shared/domain/territory/geometry.ts';
import { placeNameKey, streetNameKey } from '#shared/domain/territory/import/street-name-key.ts';
import type { Id } from '#shared/lib/ids.ts';

import {
  addressSites,
  type Current,
  currentSegments,
  currentStreets,
  type SegmentContent,
  type StreetContent,
} from '../../../store/repositories/territory-import-rows.ts';
import type { StreetRecord } from './interpret.ts';
import type { Places } from './places.ts';
import { type Sited, type Spot, spotOfLines, spotOfPosition, StreetSites } from './street-sites.ts';
import type { ImportWork } from './work.ts';

export type KnownStreet = Current<StreetContent>;

/**
 * A street without a code of a register gets one from what is known of it. The prefix tells from
 * where: only a map file (`line:`), or a list of names or addresses (`name:`).
 */
export type DerivedFrom = 'line' | 'name';

export function derivedStreetId(from: DerivedFrom, street: StreetRecord): string {
  const name = streetNameKey(street.nameNl) || street.nameNl;
  return [from, street.municipalityCode, placeNameKey(street.subMunicipality), name].join(':');
}

export function isDerived(officialId: string, from?: DerivedFrom): boolean {
  return from ? officialId.startsWith(`${from}:`) : /^(line|name):/.test(officialId);
}

/** How sure it is in which sub-municipality a street is sought. */
export interface Whereabouts {
  /** Stated by a register of streets: streets of another sub-municipality are other streets. */
  readonly stated: string;
  /** Only likely (the polygon in which a line happens to begin, a postal name): it decides between several. */
  readonly likely: string;
  /** Where the line or address lies; undefined for a name in a list. */
  readonly spot?: Spot;
}

/** The open-ended streets, found by code, or by name and place. */
export class StreetRegister {
  readonly #byOfficialId = new Map<string, KnownStreet>();
  readonly #byName = new Map<string, Set<KnownStreet>>();
  readonly #byId = new Map<Id, KnownStreet>();
  readonly #sites: StreetSites;

  constructor(places: Places) {
    this.#sites = new StreetSites(places);
  }

  /** Streets with the places of their lines and addresses; `onSegments` sees the lines go by. */
  static async load(
    { read, pace }: Pick<ImportWork, 'read' | 'pace'>,
    places: Places,
    onSegments: (rows: readonly Current<SegmentContent>[]) => void = () => {},
  ): Promise<StreetRegister> {
    const register = new StreetRegister(places);
    for await (const page of currentStreets(read)) {
      for (const row of page) {
        register.add(row);
        register.know(row.municipality_code);
      }
    }
    let loaded = 0;
    for await (const page of currentSegments(read)) {
      onSegments(page);
      for (const row of page) {
        register.place(row.street_id, spotOfLines([JSON.parse(row.geometry) as Line]));
      }
      loaded += page.length;
      await pace.step('comparing', loaded, loaded);
    }
    for await (const page of addressSites(read)) {
      for (const row of page) {
        register.place(row.street_id, spotOfPosition([row.longitude, row.latitude]));
      }
      await pace.step('comparing', loaded, loaded);
    }
    register.#sites.settleTowns([...register.all()].map(sited));
    return register;
  }

  *all(): Generator<KnownStreet> {
    const seen = new Set<KnownStreet>();
    for (const streets of this.#byName.values()) {
      for (const street of streets) {
        if (!seen.has(street)) yield street;
        seen.add(street);
      }
    }
  }

  add(street: KnownStreet): void {
    this.#byOfficialId.set(street.official_id, street);
    this.#byId.set(street.id, street);
    for (const key of keysOf(street.name_nl, street.name_fr)) {
      let streets = this.#byName.get(key);
      if (!streets) this.#byName.set(key, (streets = new Set()));
      streets.add(street);
    }
  }

  remove(street: KnownStreet): void {
    if (this.#byOfficialId.get(street.official_id) === street) {
      this.#byOfficialId.delete(street.official_id);
    }
    for (const key of keysOf(street.name_nl, street.name_fr)) this.#byName.get(key)?.delete(street);
  }

  /** A municipality that there is. */
  know(municipalityCode: string): void {
    this.#sites.know(municipalityCode);
  }

  /** A line of this name lies here: told of the whole file before the first of them is placed. */
  expect({ nameNl, nameFr }: StreetRecord, spot: Spot): void {
    this.#sites.expect(keysOf(nameNl, nameFr), spot);
  }

  /** A line or an address of a street lies here. */
  place(streetId: Id, spot: Spot): void {
    const street = this.#byId.get(streetId);
    if (street) this.#sites.put(sited(street), spot);
  }

  /** The municipality of a street, by its code or by where it lies; empty when nothing tells. */
  municipalityOf(street: KnownStreet): string {
    return this.#sites.codeOf(street);
  }

  /** The content of a street that is to begin, with a code that no other street has. */
  begin(from: DerivedFrom, record: StreetRecord): StreetContent {
    const content = newStreet(from, record);
    return { ...content, official_id: this.freeCode(content.official_id) };
  }

  /** The code, with a number behind it when another street than this one has it already. */
  freeCode(code: string, street?: KnownStreet): string {
    let free = code;
    for (
      let number = 2;
      (this.#byOfficialId.get(free)?.id ?? street?.id) !== street?.id;
      number += 1
    ) {
      free = `${code}:${number}`;
    }
    return free;
  }

  /**
   * The street that a row means: the one with its code, else one of its name that may be the same
   * place (`StreetSites`). A street that has another code of a register is another street. Undefined
   * also when several may be meant and nothing decides between them.
   */
  find(
    wanted: StreetRecord,
    { stated, likely, spot }: Whereabouts,
    free: (street: KnownStreet) => boolean = () => true,
  ): KnownStreet | undefined {
    const code = wanted.officialId || (spot ? '' : derivedStreetId('name', wanted));
    const byCode = this.#byOfficialId.get(code);
    if (byCode && free(byCode)) return byCode;
    const statedKey = placeNameKey(stated);
    const likelyKey = statedKey || placeNameKey(likely);
    const named = keysOf(wanted.nameNl, wanted.nameFr).flatMap((key) => [
      ...(this.#byName.get(key) ?? []),
    ]);
    const scored = [...new Set(named)]
      .filter(
        (street) =>
          (wanted.officialId === '' || isDerived(street.official_id)) &&
          agree(statedKey, placeNameKey(street.sub_municipality)) &&
          free(street) &&
          this.#sites.mayBe(sited(street), wanted.municipalityCode, spot),
      )
      .map((street) => {
        const here = likelyKey !== '' && placeNameKey(street.sub_municipality) === likelyKey;
        const sameCode =
          wanted.municipalityCode !== '' && this.municipalityOf(street) === wanted.municipalityCode;
        const samePostcode = wanted.postcode !== '' && street.postcode === wanted.postcode;
        const near = spot !== undefined && this.#sites.isNear(sited(street), spot);
        return {
          street,
          near,
          fit: Number(sameCode) * 8 + Number(here) * 4 + Number(samePostcode) * 2 + Number(near),
        };
      });
    const most = Math.max(...scored.map(({ fit }) => fit));
    const best = scored.filter(({ fit }) => fit === most);
    return best.length > 1 ? this.#decide(best, spot) : best[0]?.street;
  }

  /** Between several that fit equally well, in one municipality: the nearest, or the first of a list. */
  #decide(
    best: readonly { readonly street: KnownStreet; readonly near: boolean }[],
    spot: Spot | undefined,
  ): KnownStreet | undefined {
    if (new Set(best.map(({ street }) => this.municipalityOf(street))).size > 1) return undefined;
    if (spot && !best.every(({ near }) => near)) return undefined;
    const [here] = spot?.positions ?? [];
    const metres = ({ street }: { readonly street: KnownStreet }): number =>
      here ? Math.min(...this.#sites.positionsOf(street).map((at) => distanceMetres(at, here))) : 0;
    return best
      .map((one) => ({ ...one, metres: metres(one) }))
      .sort(
        (one, other) =>
          one.metres - other.metres || (one.street.official_id < other.street.official_id ? -1 : 1),
      )[0]?.street;
  }
}

function sited(street: KnownStreet): Sited {
  const { id, municipality_code } = street;
  return { id, municipality_code, keys: keysOf(street.name_nl, street.name_fr) };
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

function keysOf(...names: readonly string[]): string[] {
  return [
    ...new Set(names.filter((name) => name !== '').map((name) => streetNameKey(name) || name)),
  ];
}

/** What both sides know of a street together: the file's word where it has one. */
export function mergedStreet(known: StreetContent, record: StreetRecord): StreetContent {
  return {
    official_id: record.officialId || known.official_id,
    name_nl: record.nameNl || known.name_nl,
    name_fr: record.nameFr || known.name_fr,
    municipality_code: record.municipalityCode || known.municipality_code,
    sub_municipality: record.subMunicipality || known.sub_municipality,
    postcode: record.postcode || known.postcode,
  };
}

function newStreet(from: DerivedFrom, record: StreetRecord): StreetContent {
  return {
    official_id: record.officialId || derivedStreetId(from, record),
    name_nl: record.nameNl,
    name_fr: record.nameFr,
    municipality_code: record.municipalityCode,
    sub_municipality: record.subMunicipality,
    postcode: record.postcode,
  };
}
