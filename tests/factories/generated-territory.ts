import { type Line, type Position } from '#shared/domain/territory/geometry.ts';
import type { TerritoryDataset } from '#shared/domain/territory/territory.ts';
import { pick, type Random, randomInteger, seededRandom } from '#shared/lib/random.ts';

import { square, territoryMaker } from './test-territory.ts';

const STEMS =
  'Berk Linde Molen Kerk Beek Veld Dorp Hoeve Water Zand Steen Brug Markt Wilg Eik Roos';
const NAMES = 'Ada Bram Cato Dirk Elsa Fien Gust Hilde Iwan Jana Kobe Lotte Maud Nand Otis Pia Rik';
const ENDINGS = 'straat straat straat laan plein weg dreef steenweg lei vest hof pad';

/** A town of any size on a grid, the same for the same seed: 1,200 streets make some 10 by 10 km. */
export function generateTerritory(size: {
  readonly seed: number;
  readonly streets: number;
  readonly segments: number;
  readonly addresses: number;
}): TerritoryDataset {
  const random = seededRandom(size.seed);
  const maker = territoryMaker(size.seed);
  const neighbourhoods = Array.from({ length: 16 }, (_, index) =>
    maker.area({
      nameNl: `Wijk ${index + 1}`,
      geometry: square([4.4 + (index % 4) * 0.04, 51 + Math.floor(index / 4) * 0.025], 0.04),
    }),
  );
  const streets = Array.from({ length: size.streets }, (_, index) => {
    const name = streetName(random, index);
    return maker.street({ nameNl: name, nameFr: `Rue ${name}`, postcode: `28${index % 10}0` });
  });
  for (let index = 0; index < size.segments; index += 1) {
    const street = streets[index % streets.length];
    if (street === undefined) break;
    const column = randomInteger(random, 0, 15_999) / 100_000;
    const row = randomInteger(random, 0, 9_999) / 100_000;
    const place = Math.floor(column / 0.04) + 4 * Math.floor(row / 0.025);
    maker.segment({
      streetId: street.id,
      geometry: wavyLine(random, [4.4 + column, 51 + row]),
      neighbourhoodId: neighbourhoods[place]?.id ?? null,
      roadClass: index % 20 === 0 ? 'main' : index % 7 === 0 ? 'connecting' : 'local',
    });
  }
  for (let index = 0; index < size.addresses; index += 1) {
    const street = streets[index % streets.length];
    if (street === undefined) break;
    maker.address({
      streetId: street.id,
      houseNumber: String(1 + Math.floor(index / streets.length)),
      postcode: street.postcode,
      position: [4.4 + random() * 0.16, 51 + random() * 0.1],
      neighbourhoodId: pick(random, neighbourhoods).id,
    });
  }
  return maker.dataset;
}

function streetName(random: Random, index: number): string {
  const stems = STEMS.split(' ');
  const middle = pick(random, stems).toLowerCase();
  const name = `${pick(random, stems)}${middle}${pick(random, ENDINGS.split(' '))}`;
  return index % 3 === 0 ? `${pick(random, NAMES.split(' '))} ${name}` : name;
}

/** Some 150 metres in ten steps, as surveyed lines look. */
function wavyLine(random: Random, [longitude, latitude]: Position): Line {
  const turn = random() * Math.PI;
  return Array.from({ length: 10 }, (_, step): Position => [
    longitude + Math.cos(turn) * step * 0.000_24 + random() * 0.000_03,
    latitude + Math.sin(turn) * step * 0.000_15 + random() * 0.000_02,
  ]);
}
