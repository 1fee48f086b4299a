import { type Line, middleOf, type Position } from '#shared/domain/territory/geometry.ts';
import {
  type Cell,
  cellOf,
  cellsAlong,
  cellsAround,
  Patches,
} from '#shared/domain/territory/import/patches.ts';
import type { Id } from '#shared/lib/ids.ts';

import { municipalityOfCode, type Places } from './places.ts';

/** Where a line or an address lies. */
export interface Spot {
  readonly positions: readonly Position[];
  readonly cells: ReadonlySet<Cell>;
}

export function spotOfLines(lines: readonly Line[]): Spot {
  return {
    // The middle first: an end may stick out over a border.
    positions: lines.flatMap((line) => [middleOf(line), ...line.slice(0, 1), ...line.slice(-1)]),
    cells: new Set(lines.flatMap((line) => [...cellsAlong(line)])),
  };
}

export function spotOfPosition(position: Position): Spot {
  return { positions: [position], cells: new Set([cellOf(position)]) };
}

/** A street as far as it matters for where it lies. */
export interface Sited {
  readonly id: Id;
  readonly municipality_code: string;
  /** Keys of its names. */
  readonly keys: readonly string[];
}

interface Site {
  readonly positions: Position[];
  readonly cells: Set<Cell>;
  /** Municipality by the areas it lies in, or empty. */
  code: string;
}

/** A million addresses need not all be kept to know where a street lies: beyond these, one per cell. */
const MOST_POSITIONS = 200;
/** How many cells away the rest of a town may be whose border is not known: 3 to 4.5 kilometres. */
const TOWN_REACH = 2;

/**
 * Where streets lie, and so which of them may be the street that a line, an address or a name means.
 * Streets of different towns often have the same name; nothing but the municipality and the place
 * tells them apart.
 */
export class StreetSites {
  readonly #places: Places;
  readonly #sites = new Map<Id, Site>();
  readonly #patches = new Map<string, Patches>();
  readonly #towns = new Map<string, Set<Cell>>();
  readonly #municipalities: Set<string>;

  constructor(places: Places) {
    this.#places = places;
    this.#municipalities = new Set(places.municipalityCodes);
  }

  /** A municipality that there is. */
  know(municipalityCode: string): void {
    if (municipalityCode !== '') this.#municipalities.add(municipalityCode);
  }

  /** Something of these names lies here: stretches that lie between others make one street of them. */
  expect(keys: readonly string[], { cells }: Spot): void {
    for (const key of keys) {
      let patches = this.#patches.get(key);
      if (!patches) this.#patches.set(key, (patches = new Patches()));
      patches.add(cells);
    }
  }

  /** A line or an address of this street lies here. */
  put(street: Sited, spot: Spot): void {
    let site = this.#sites.get(street.id);
    if (!site) this.#sites.set(street.id, (site = { positions: [], cells: new Set(), code: '' }));
    const [middle] = spot.positions;
    if (middle && (site.positions.length < MOST_POSITIONS || !site.cells.has(cellOf(middle)))) {
      site.positions.push(middle);
      site.code ||= this.#places.municipalityCode(middle);
    }
    for (const cell of spot.cells) site.cells.add(cell);
    this.expect(street.keys, spot);
  }

  /** What was put so far is where the towns are; what an import adds itself does not count. */
  settleTowns(streets: Iterable<Sited>): void {
    for (const street of streets) {
      const site = this.#sites.get(street.id);
      if (!site || street.municipality_code === '') continue;
      let town = this.#towns.get(street.municipality_code);
      if (!town) this.#towns.set(street.municipality_code, (town = new Set()));
      for (const cell of site.cells) town.add(cell);
    }
  }

  /** The municipality of a street: its own, else the one it lies in; empty when nothing tells. */
  codeOf(street: Pick<Sited, 'id' | 'municipality_code'>): string {
    return street.municipality_code || (this.#sites.get(street.id)?.code ?? '');
  }

  positionsOf(street: Pick<Sited, 'id'>): readonly Position[] {
    return this.#sites.get(street.id)?.positions ?? [];
  }

  /** Whether the street has a line or an address in the same patch of cells as this. */
  isNear(street: Sited, { cells }: Spot): boolean {
    const site = this.#sites.get(street.id);
    if (!site) return false;
    return street.keys.some((key) => this.#patches.get(key)?.share(site.cells, cells) ?? false);
  }

  /**
   * Whether the street may be the one that a row means, which is in this municipality (empty when not
   * known) and lies here (undefined when the row is a name only).
   */
  mayBe(street: Sited, municipalityCode: string, spot: Spot | undefined): boolean {
    const own = this.codeOf(street);
    if (municipalityCode !== '' && own !== '') {
      return municipalityCode === own
        ? this.#isWhereItsCodeSays(street, spot)
        : this.#isSameGround(street, municipalityCode, spot);
    }
    const code = municipalityCode || own;
    // Whatever of the two has no municipality but has a place.
    const uncoded = municipalityCode === '' ? spot : this.#sites.get(street.id);
    const ground = code === '' ? undefined : this.#places.ground(code);
    if (ground?.whole && uncoded) return uncoded.positions.some((at) => ground.reaches(at));
    if (spot && this.#sites.has(street.id)) return this.isNear(street, spot);
    if (ground && uncoded) return uncoded.positions.some((at) => ground.reaches(at));
    const town = this.#towns.get(code);
    if (town && uncoded) {
      return [...uncoded.cells].some((cell) =>
        cellsAround(cell, TOWN_REACH).some((near) => town.has(near)),
      );
    }
    return this.#isOnlyMunicipality(code);
  }

  /** A street may have got its code with lines of another town: then it is not that of this line. */
  #isWhereItsCodeSays(street: Sited, spot: Spot | undefined): boolean {
    const site = this.#sites.get(street.id);
    const ground = this.#places.ground(this.codeOf(street));
    if (!spot || !site || !ground?.whole || this.isNear(street, spot)) return true;
    return site.positions.some((at) => ground.reaches(at));
  }

  /** One municipality may be known by a code of the register and by one of its own: by its ground only. */
  #isSameGround(street: Sited, municipalityCode: string, spot: Spot | undefined): boolean {
    const own = this.codeOf(street);
    if ((municipalityOfCode(own) === '') === (municipalityOfCode(municipalityCode) === '')) {
      return false;
    }
    const site = this.#sites.get(street.id);
    const holds = (code: string, at: readonly Position[] | undefined): boolean => {
      const ground = this.#places.ground(code);
      return ground !== undefined && (at?.some((position) => ground.holds(position)) ?? false);
    };
    return holds(own, spot?.positions) || holds(municipalityCode, site?.positions);
  }

  /** Nothing contradicts, and there is no other municipality that it could be in. */
  #isOnlyMunicipality(code: string): boolean {
    const others = [...this.#municipalities].filter((other) => other !== code);
    return others.length + Number(code !== '') <= 1;
  }
}
