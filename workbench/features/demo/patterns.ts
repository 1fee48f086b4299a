import type { Random } from '#shared/lib/random.ts';

import { direction, type Point, polar, smooth } from './plane.ts';
import type { Quarter } from './quarters.ts';
import type { Skeleton } from './skeleton.ts';

/** The lines that a quarter was laid out by, before its blocks were divided further. */
export function patternOf(
  skeleton: Skeleton,
  quarter: Quarter,
  random: Random,
): readonly (readonly Point[])[] {
  switch (quarter.code) {
    case 'LM01':
    case 'LM02':
      return [150, 268, 392].map((radius) => wobblyCircle([0, 0], radius, random));
    case 'LM03':
      return grid(polar(1000, 85), 8 + random() * 8, [205, 128], random);
    case 'LM06':
      return grid(polar(900, 300), 46 + random() * 4, [128, 205], random);
    case 'LM07':
      return grid(polar(1050, 30), 52 + random() * 6, [180, 125], random);
    case 'LM04': {
      const green = polar(985, 138);
      const turn = random() * 30;
      const spokes = [0, 62, 121].map((degrees) => {
        const [dx, dy] = polar(1, degrees + turn);
        const arm = (metres: number, bow: number): Point => [
          green[0] + dx * metres - dy * bow,
          green[1] + dy * metres + dx * bow,
        ];
        return smooth(
          [arm(-900, 190), arm(-450, 70), arm(0, 0), arm(450, -70), arm(900, -190)],
          40,
        );
      });
      return [...spokes, ...[100, 225, 350].map((radius) => wobblyCircle(green, radius, random))];
    }
    case 'LM09': {
      const [near, far] = [-360, -640].map((metres) =>
        skeleton.canal.map((at, index): Point => {
          const to = skeleton.canal[index + 1] ?? at;
          const [dx, dy] = direction(at, to);
          return [at[0] - dy * metres, at[1] + dx * metres];
        }),
      );
      return [near ?? [], far ?? []];
    }
    default:
      return [];
  }
}

function wobblyCircle(centre: Point, radius: number, random: Random): readonly Point[] {
  const phase = random() * 360;
  const controls = Array.from({ length: 16 }, (_, index): Point => {
    const wave = Math.sin(((index * 45 + phase) * Math.PI) / 180) * 0.07 + (random() - 0.5) * 0.09;
    const [x, y] = polar(radius * (1 + wave), index * 22.5);
    return [centre[0] + x, centre[1] + y];
  });
  return smooth(controls, 28, true);
}

function grid(
  centre: Point,
  degrees: number,
  spacings: readonly [number, number],
  random: Random,
): readonly (readonly Point[])[] {
  return spacings.flatMap((spacing, family) => {
    const [dx, dy] = polar(1, degrees + family * 90);
    const lines: Point[][] = [];
    for (let number = -9; number <= 9; number += 1) {
      const offset = (number + (random() - 0.5) * 0.3) * spacing;
      const [x, y] = [centre[0] - dy * offset, centre[1] + dx * offset];
      lines.push([
        [x - dx * 1600, y - dy * 1600],
        [x + dx * 1600, y + dy * 1600],
      ]);
    }
    return lines;
  });
}
