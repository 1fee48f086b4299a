import { along, distance, isInside, nearest, type Point, polar } from './plane.ts';
import type { Skeleton, StreetRole } from './skeleton.ts';

/** A neighbourhood of the demo town: where it lies, what it is called and how it was built. */
export interface Quarter {
  readonly code: string;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly subMunicipality: string;
  readonly district: string;
  readonly character: Character;
  /** Whether a point well inside a block between the lines of the skeleton belongs to it. */
  readonly holds: (place: Place) => boolean;
}

type Character =
  'old-town' | 'terraced' | 'garden' | 'estate' | 'suburb' | 'industrial' | 'village';

/** A point by the lines around it. */
interface Place {
  readonly belt: 'walls' | 'ring' | 'outside';
  readonly bank: 'north' | 'south';
  readonly beyondRails: boolean;
  /** Degrees anticlockwise from east, -180 to 180. */
  readonly degrees: number;
}

export const TOWN = 'Lindermonde';

/** The sub-municipalities with postcodes that no real place has. */
export const SUB_MUNICIPALITIES = [
  { name: TOWN, nameFr: 'Lindremonde', code: 'LM-A', postcode: '1997' },
  { name: 'Elsterdonk', nameFr: '', code: 'LM-B', postcode: '1998' },
  { name: 'Rietlaar', nameFr: '', code: 'LM-C', postcode: '1999' },
] as const;

export const DISTRICTS = [
  { name: 'Oost', nameFr: 'Est', code: 'LM-D1' },
  { name: 'West', nameFr: 'Ouest', code: 'LM-D2' },
  { name: 'Zuid', nameFr: 'Sud', code: 'LM-D3' },
] as const;

const north = (place: Place, low: number, high: number): boolean => {
  const degrees = place.degrees < -60 ? place.degrees + 360 : place.degrees;
  return place.bank === 'north' && degrees >= low && degrees < high;
};
const south = (place: Place, low: number, high: number): boolean => {
  const degrees = place.degrees > 100 ? place.degrees - 360 : place.degrees;
  return place.bank === 'south' && degrees >= low && degrees < high;
};

export const QUARTERS: readonly Quarter[] = [
  {
    code: 'LM01',
    nameNl: 'Binnenstad',
    nameFr: 'Centre-ville',
    subMunicipality: TOWN,
    district: 'West',
    character: 'old-town',
    holds: (place) => place.belt === 'walls' && place.bank === 'north',
  },
  {
    code: 'LM02',
    nameNl: 'Overvaart',
    nameFr: 'Outre-Canal',
    subMunicipality: TOWN,
    district: 'Zuid',
    character: 'old-town',
    holds: (place) =>
      place.bank === 'south' &&
      (place.belt === 'walls' || (place.belt === 'ring' && south(place, -180, -106))),
  },
  {
    code: 'LM03',
    nameNl: 'Noorderkwartier',
    nameFr: 'Quartier Nord',
    subMunicipality: TOWN,
    district: 'Oost',
    character: 'terraced',
    holds: (place) => place.belt === 'ring' && north(place, -60, 118),
  },
  {
    code: 'LM04',
    nameNl: 'Tuinwijk Lindenhof',
    nameFr: 'Cité-jardin des Tilleuls',
    subMunicipality: TOWN,
    district: 'West',
    character: 'garden',
    holds: (place) => place.belt === 'ring' && north(place, 118, 158),
  },
  {
    code: 'LM05',
    nameNl: 'Westerpoort',
    nameFr: "Porte de l'Ouest",
    subMunicipality: TOWN,
    district: 'West',
    character: 'estate',
    holds: (place) => place.belt === 'ring' && north(place, 158, 300),
  },
  {
    code: 'LM06',
    nameNl: 'Stationswijk',
    nameFr: 'Quartier de la Gare',
    subMunicipality: TOWN,
    district: 'Zuid',
    character: 'terraced',
    holds: (place) => place.belt === 'ring' && !place.beyondRails && south(place, -106, 12),
  },
  {
    code: 'LM07',
    nameNl: 'Oostpoort',
    nameFr: "Porte de l'Est",
    subMunicipality: TOWN,
    district: 'Oost',
    character: 'terraced',
    holds: (place) => place.belt === 'ring' && !place.beyondRails && south(place, 12, 100),
  },
  {
    code: 'LM08',
    nameNl: 'Achterspoor',
    nameFr: 'Outre-Rail',
    subMunicipality: TOWN,
    district: 'Zuid',
    character: 'suburb',
    holds: (place) => place.beyondRails,
  },
  {
    code: 'LM09',
    nameNl: 'Vaartland',
    nameFr: 'Plaine du Canal',
    subMunicipality: TOWN,
    district: 'Zuid',
    character: 'industrial',
    holds: (place) => place.belt === 'outside' && !place.beyondRails && south(place, -260, -50),
  },
  {
    code: 'LM10',
    nameNl: 'Oosthoek',
    nameFr: "Coin de l'Est",
    subMunicipality: TOWN,
    district: 'Oost',
    character: 'suburb',
    holds: (place) => place.belt === 'outside' && !place.beyondRails && south(place, -50, 100),
  },
  {
    code: 'LM11',
    nameNl: 'Elsterdonk',
    nameFr: '',
    subMunicipality: 'Elsterdonk',
    district: 'Oost',
    character: 'village',
    holds: (place) => place.belt === 'outside' && north(place, -60, 118),
  },
  {
    code: 'LM12',
    nameNl: 'Kouterbos',
    nameFr: 'Bois de la Couture',
    subMunicipality: 'Rietlaar',
    district: 'West',
    character: 'suburb',
    holds: (place) => place.belt === 'outside' && north(place, 118, 158),
  },
  {
    code: 'LM13',
    nameNl: 'Rietlaar',
    nameFr: '',
    subMunicipality: 'Rietlaar',
    district: 'West',
    character: 'village',
    holds: (place) => place.belt === 'outside' && north(place, 158, 300),
  },
];

/** The quarter of a block, by a point well inside it. Throws a RangeError when none claims it. */
export function quarterAt(skeleton: Skeleton, heart: Point): Quarter {
  const place = placeOf(skeleton, heart);
  const quarter = QUARTERS.find((candidate) => candidate.holds(place));
  if (!quarter) throw new RangeError('quarterAt: no quarter holds this place');
  return quarter;
}

function placeOf(skeleton: Skeleton, heart: Point): Place {
  return {
    belt: isInside(skeleton.vest, heart)
      ? 'walls'
      : isInside(skeleton.ring, heart)
        ? 'ring'
        : 'outside',
    bank: nearest(skeleton.canal, heart).side > 0 ? 'north' : 'south',
    beyondRails: nearest(skeleton.rail, heart).side < 0,
    degrees: straightened(skeleton, heart),
  };
}

/** The direction of a point as it would be if every approach road ran straight from the market. */
function straightened(skeleton: Skeleton, heart: Point): number {
  const radius = Math.hypot(...heart);
  const own = (Math.atan2(heart[1], heart[0]) * 180) / Math.PI;
  let turn = 0;
  let nearestBy = Infinity;
  for (const { line, degrees } of skeleton.roads) {
    const there = along(line, nearest(line, polar(radius, degrees)).along).at;
    const drawn = (Math.atan2(there[1], there[0]) * 180) / Math.PI;
    const off = Math.abs(wrap(own - drawn));
    if (off < nearestBy) {
      nearestBy = off;
      turn = wrap(degrees - drawn);
    }
  }
  return wrap(own + turn);
}

function wrap(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

/** Where the town's park lies. */
export const PARK: { readonly at: Point; readonly radius: number } = {
  at: polar(1010, 97),
  radius: 175,
};

/** The size a block around `point` grows to before it is cut in two, square metres. */
export function blockSize(skeleton: Skeleton, quarter: Quarter, point: Point): number {
  if (isInside(skeleton.vest, point)) return 13_500;
  const inRing = isInside(skeleton.ring, point);
  if (inRing) {
    if (distance(point, PARK.at) < PARK.radius) return 30_000;
    switch (quarter.character) {
      case 'old-town':
        return 21_000;
      case 'garden':
        return 29_000;
      case 'estate':
        return 44_000;
      case 'suburb':
        return 36_000;
      case 'terraced':
      case 'industrial':
      case 'village':
        return 30_000;
    }
  }
  const fromRing = nearest(skeleton.ring, point).off + 90;
  const fromVillage = Math.min(...skeleton.villages.map((village) => distance(village, point)));
  if (quarter.character === 'industrial') {
    return nearest(skeleton.canal, point).off < 520 ? 75_000 : 230_000;
  }
  const open = Math.min(fromRing * 1.15, fromVillage);
  return Math.min(400_000, 23_000 + 40_000 * (open / 330) ** 2.2);
}

/** What kind of street is cut at a place, and which name it may bear. */
export function roleAt(skeleton: Skeleton, quarter: Quarter, point: Point): StreetRole {
  if (distance(point, PARK.at) < PARK.radius) return 'footpath';
  const size = blockSize(skeleton, quarter, point);
  if (quarter.character === 'industrial') return size < 100_000 ? 'industrial' : 'country';
  if (size > 95_000) return 'country';
  switch (quarter.character) {
    case 'old-town':
      return 'old';
    case 'terraced':
      return 'terraced';
    case 'garden':
      return 'garden';
    case 'estate':
      return 'estate';
    case 'suburb':
    case 'village':
      return 'suburb';
  }
}
