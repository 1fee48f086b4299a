import RBush from 'rbush';

import type { WorldPoint } from '#shared/domain/territory/web-mercator.ts';

import type { WorldBox } from './mercator.ts';

/** The room taken by labels on one drawing, in CSS pixels: first come, first served. */
export interface LabelSpace {
  /** Takes all boxes, or none of them when any is taken already. */
  take(boxes: readonly WorldBox[]): boolean;
  isFree(box: WorldBox): boolean;
}

export function makeLabelSpace(): LabelSpace {
  const tree = new RBush<WorldBox>();
  return {
    isFree: (box) => !tree.collides(box),
    take(boxes) {
      if (boxes.some((box) => tree.collides(box))) return false;
      for (const box of boxes) tree.insert(box);
      return true;
    },
  };
}

/** The place nearest to `middle`, up to `reach` away, that is free; undefined when there is none. */
export function freePlace(
  middle: WorldPoint,
  reach: number,
  isFree: (place: WorldPoint) => boolean,
): WorldPoint | undefined {
  for (let distance = 0; distance <= reach; distance += 7) {
    for (const turn of [0, 4, 1, 3, 5, 7, 2, 6]) {
      const angle = (turn * Math.PI) / 4 + Math.PI / 2;
      const place = {
        x: middle.x + distance * Math.cos(angle),
        y: middle.y + distance * Math.sin(angle),
      };
      if (isFree(place)) return place;
      if (distance === 0) break;
    }
  }
  return undefined;
}
