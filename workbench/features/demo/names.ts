import { pick, type Random } from '#shared/lib/random.ts';

import { SUB_MUNICIPALITIES, TOWN } from './quarters.ts';
import type { StreetRole } from './skeleton.ts';
import { FIXED_NAMES, FRENCH_ENDINGS, NAMING, VILLAGE_NAMES, type WholeName } from './words.ts';

/** What a name is chosen by. */
export interface Nameless {
  readonly role: StreetRole;
  readonly subMunicipality: string;
  /** Degrees anticlockwise from east, seen from the market. */
  readonly degrees: number;
  /** In the old town or a village core. */
  readonly central: boolean;
}

export interface StreetName {
  readonly nameNl: string;
  /** Empty for a good part of the streets, as in real registers. */
  readonly nameFr: string;
}

/** Where the four parts of the ring road lie, degrees, in the order of their names. */
const RING_DEGREES = [110, 190, 285, 20];

/** How many streets of each role there must be before words run out is far from reached. */
const MOST_TRIES = 400;

/** A fictitious name for every street, unique within its sub-municipality. */
export function nameStreets(streets: readonly Nameless[], random: Random): readonly StreetName[] {
  const namer = new Namer(random);
  return streets.map((street) => namer.nameOf(street));
}

class Namer {
  readonly #random: Random;
  readonly #used = new Set<string>();
  readonly #given = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  nameOf(street: Nameless): StreetName {
    const whole = this.#special(street);
    if (whole) return { nameNl: whole[0], nameFr: whole[1] };
    return this.#compound(street);
  }

  #special(street: Nameless): WholeName | undefined {
    const { role, subMunicipality } = street;
    if (role === 'ring') return this.#take(subMunicipality, nearestRing(street.degrees));
    const isVillage = subMunicipality !== TOWN;
    if (role === 'church-square') {
      return isVillage
        ? this.#take(subMunicipality, [VILLAGE_NAMES.square])
        : this.#take(subMunicipality, VILLAGE_NAMES.townSquares);
    }
    if (role === 'village-road') {
      const [dorpsstraat, ...others] = VILLAGE_NAMES.roads;
      return this.#take(subMunicipality, isVillage ? [dorpsstraat, ...others] : others);
    }
    const fixed = FIXED_NAMES[role];
    if (fixed) {
      // The towpath goes on under its own name; of all else there is one in the whole town.
      return role === 'towpath' ? this.#take(subMunicipality, fixed) : this.#takeOnce(fixed);
    }
    if (street.central && (role === 'old' || role === 'suburb')) {
      const first = this.#take(subMunicipality, VILLAGE_NAMES.everywhere);
      if (first) return first;
    }
    return undefined;
  }

  /** The first of `names` that is still free there. */
  #take(subMunicipality: string, names: readonly WholeName[]): WholeName | undefined {
    return names.find((name) => this.#claim(subMunicipality, name[0]));
  }

  /** The first of `names` that the whole town has not given yet. */
  #takeOnce(names: readonly WholeName[]): WholeName | undefined {
    return names.find((name) =>
      SUB_MUNICIPALITIES.map((place) => this.#claim(place.name, name[0])).every((free) => free),
    );
  }

  #compound(street: Nameless): StreetName {
    const { stems, endings } = NAMING[street.role] ?? NAMING.country ?? { stems: [], endings: [] };
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const stem = pick(this.#random, stems);
      // Prefer stems that no street bears yet; a town has few Merellaan, Merelstraat, Merelhof at once.
      const borne = this.#given.get(stem[0]) ?? 0;
      if (borne > attempt / 25) continue;
      const ending = pick(this.#random, endings);
      const long = attempt > 60 ? pick(this.#random, ['Korte ', 'Lange ', 'Oude ', 'Nieuwe ']) : '';
      const nameNl = `${long}${stem[0]}${ending}`;
      if (!this.#claim(street.subMunicipality, nameNl)) continue;
      this.#given.set(stem[0], borne + 1);
      const translated = long === '' && this.#random() < 0.55;
      return { nameNl, nameFr: translated ? `${FRENCH_ENDINGS[ending] ?? 'Rue'} ${stem[1]}` : '' };
    }
    throw new RangeError('nameStreets: more streets than names');
  }

  #claim(subMunicipality: string, nameNl: string): boolean {
    const key = `${subMunicipality}/${nameNl}`;
    if (this.#used.has(key)) return false;
    this.#used.add(key);
    return true;
  }
}

function nearestRing(degrees: number): readonly WholeName[] {
  const names = FIXED_NAMES.ring ?? [];
  const away = (index: number): number => {
    const off = Math.abs((((degrees - (RING_DEGREES[index] ?? 0)) % 360) + 360) % 360);
    return Math.min(off, 360 - off);
  };
  return names
    .map((name, index) => ({ name, off: away(index) }))
    .sort((first, second) => first.off - second.off)
    .map(({ name }) => name);
}
