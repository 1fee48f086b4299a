import { pick, type Random } from '#shared/lib/random.ts';

import {
  areaOf,
  type Block,
  boxOf,
  chordsThrough,
  clearance,
  cutBlock,
  edgesOf,
  heartOf,
  ringOf,
} from './block.ts';
import { keepsClear, planCut } from './cut-shape.ts';
import { patternOf } from './patterns.ts';
import {
  along,
  between,
  direction,
  distance,
  isInside,
  lengthOf,
  meetings,
  nearest,
  type Point,
  smooth,
} from './plane.ts';
import { blockSize, PARK, type Quarter, quarterAt, QUARTERS, roleAt } from './quarters.ts';
import { type Skeleton, type StreetLine, type StreetRole, WATER_HALF_WIDTH } from './skeleton.ts';

/** A skeleton block with the quarter it belongs to. */
export interface QuarterBlock {
  readonly block: Block;
  readonly quarter: Quarter;
}

/** What comes of filling the land. */
export interface FilledLand {
  readonly streets: readonly StreetLine[];
  /** What is left between the streets, where none runs into it. */
  readonly blocks: readonly QuarterBlock[];
}

/** How streets of a role are cut. */
interface Manner {
  /** Most the cut leans away from square, degrees. */
  readonly lean: number;
  /** Bend of the street in its middle, as a share of its length. */
  readonly bend: number;
  /** Ends this near to a crossing join it, metres. */
  readonly snap: number;
  /** Least width of what a cut leaves, metres. */
  readonly width: number;
}

const MANNERS: Partial<Record<StreetRole, Manner>> = {
  old: { lean: 13, bend: 0.07, snap: 17, width: 30 },
  terraced: { lean: 3, bend: 0, snap: 30, width: 55 },
  garden: { lean: 8, bend: 0.1, snap: 22, width: 55 },
  estate: { lean: 3, bend: 0.015, snap: 30, width: 80 },
  suburb: { lean: 9, bend: 0.09, snap: 28, width: 62 },
  industrial: { lean: 3, bend: 0.01, snap: 40, width: 130 },
  country: { lean: 16, bend: 0.08, snap: 60, width: 150 },
  footpath: { lean: 14, bend: 0.12, snap: 24, width: 40 },
};
const PLAIN: Manner = { lean: 8, bend: 0.04, snap: 25, width: 60 };

/** The quarter of every block of the skeleton. */
export function quarterBlocks(skeleton: Skeleton): readonly QuarterBlock[] {
  return skeleton.blocks.map((block) => ({
    block,
    quarter: quarterAt(skeleton, heartOf(block)),
  }));
}

/**
 * Fills the land between the lines of the skeleton with streets, each quarter in its own manner:
 * rings around the market, a grid, arcs around a green; then every block that is still too large is
 * cut across its longer side, again and again. Every street runs from one street to another, so the
 * whole stays connected, and none crosses water or rails.
 *
 * After Parish and Müller, "Procedural modeling of cities" (2001), and Vanegas and others,
 * "Procedural generation of parcels in urban modeling" (2012), much simplified.
 */
export function fillStreets(
  skeleton: Skeleton,
  land: readonly QuarterBlock[],
  random: Random,
): FilledLand {
  const builder = new Builder(skeleton, random);
  const filled = QUARTERS.map((quarter) => {
    const own = land.filter((one) => one.quarter === quarter).map((one) => one.block);
    const dry = own.filter((block) => !isWater(skeleton, block) && areaOf(block) > 9_000);
    return builder.build(quarter, dry);
  });
  return {
    streets: filled.flatMap(({ streets }) => streets),
    blocks: filled.flatMap(({ blocks }) => blocks),
  };
}

function isWater(skeleton: Skeleton, block: Block): boolean {
  return nearest(skeleton.canal, heartOf(block)).off < WATER_HALF_WIDTH;
}

class Builder {
  readonly #skeleton: Skeleton;
  readonly #random: Random;
  /** Crossings, by cells of 100 metres. */
  readonly #nodes = new Map<string, Point[]>();

  constructor(skeleton: Skeleton, random: Random) {
    this.#skeleton = skeleton;
    this.#random = random;
    skeleton.streets.forEach(({ line }, index) => {
      for (const end of [line[0], line[line.length - 1]]) if (end) this.#addNode(end);
      for (const other of skeleton.streets.slice(index + 1)) {
        for (const meeting of meetings(line, other.line)) this.#addNode(meeting.at);
      }
    });
  }

  build(quarter: Quarter, land: readonly Block[]): FilledLand {
    const streets: StreetLine[] = [];
    let blocks = land;
    for (const line of patternOf(this.#skeleton, quarter, this.#random)) {
      blocks = blocks.flatMap((block) => {
        let pieces: Block[] = [block];
        for (const chord of chordsThrough(block, line)) {
          const middle = along(chord, lengthOf(chord) / 2).at;
          if (distance(middle, PARK.at) < PARK.radius && this.#random() < 0.5) continue;
          // An old town was never laid out at once: its rings have gaps.
          if (quarter.character === 'old-town' && this.#random() < 0.3) continue;
          pieces = pieces.flatMap((piece) => {
            if (!isInside(ringOf(piece), middle)) return [piece];
            return this.#cut(quarter, piece, chord, streets) ?? [piece];
          });
        }
        return pieces;
      });
    }
    const leaves = blocks.flatMap((block) => this.#cutSmaller(quarter, block, streets, 0));
    const free: QuarterBlock[] = [];
    for (const leaf of leaves) {
      const street = this.#close(quarter, leaf);
      if (street) streets.push(street);
      else free.push({ block: leaf, quarter });
    }
    return { streets, blocks: free };
  }

  #cutSmaller(quarter: Quarter, block: Block, streets: StreetLine[], depth: number): Block[] {
    const heart = heartOf(block);
    const limit = blockSize(this.#skeleton, quarter, heart) * (0.75 + this.#random() * 0.75);
    if (depth > 12 || areaOf(block) < limit) return [block];
    const manner = MANNERS[roleAt(this.#skeleton, quarter, heart)] ?? PLAIN;
    for (let attempt = 0; attempt < 16; attempt += 1) {
      const chord = this.#across(block, manner, attempt);
      const pieces = chord && this.#cut(quarter, block, chord, streets);
      if (pieces) {
        return pieces.flatMap((piece) => this.#cutSmaller(quarter, piece, streets, depth + 1));
      }
    }
    return [block];
  }

  /** A line across the longer side of a block, somewhere near its middle. */
  #across(block: Block, manner: Manner, attempt: number): readonly Point[] | undefined {
    const box = boxOf(block);
    const spread = 0.1 + attempt * 0.02;
    const offset = (this.#random() * 2 - 1) * spread * box.length;
    const turned = attempt > 10 && box.width > box.length * 0.6;
    const [ax, ay] = turned ? [-box.axis[1], box.axis[0]] : box.axis;
    const middle: Point = [box.centre[0] + ax * offset, box.centre[1] + ay * offset];
    const lean = ((this.#random() * 2 - 1) * manner.lean * Math.PI) / 180;
    const [dx, dy] = [
      -ay * Math.cos(lean) - ax * Math.sin(lean),
      ax * Math.cos(lean) - ay * Math.sin(lean),
    ];
    const reach = box.length + box.width;
    const chords = chordsThrough(block, [
      [middle[0] - dx * reach, middle[1] - dy * reach],
      [middle[0] + dx * reach, middle[1] + dy * reach],
    ]);
    return chords.length === 0 ? undefined : pick(this.#random, chords);
  }

  /** Cuts if what comes of it looks like a street between two blocks. */
  #cut(
    quarter: Quarter,
    block: Block,
    chord: readonly Point[],
    streets: StreetLine[],
  ): readonly [Block, Block] | undefined {
    const role = roleAt(this.#skeleton, quarter, along(chord, lengthOf(chord) / 2).at);
    const manner = MANNERS[role] ?? PLAIN;
    const line = this.#shaped(block, chord, manner);
    const plan = line && planCut(block, line);
    if (!plan || lengthOf(plan.street) < 38) return undefined;
    const pieces = cutBlock(block, plan.cut);
    const whole = areaOf(block);
    if (!pieces?.every((piece) => areaOf(piece) > 2_200 && boxOf(piece).width > manner.width)) {
      return undefined;
    }
    if (Math.abs(areaOf(pieces[0]) + areaOf(pieces[1]) - whole) > 1) return undefined;
    streets.push({
      line: plan.street,
      role,
      roadClass: role === 'footpath' ? 'path' : 'local',
    });
    for (const end of [plan.street[0], plan.street[plan.street.length - 1]]) {
      if (end) this.#addNode(end);
    }
    return pieces;
  }

  /** The chord with its ends joined to crossings nearby and a bend, if it keeps its distances. */
  #shaped(block: Block, chord: readonly Point[], manner: Manner): readonly Point[] | undefined {
    const first = chord[0];
    const last = chord[chord.length - 1];
    if (!first || !last) return undefined;
    const start = this.#joined(block, first, manner.snap);
    const end = this.#joined(block, last, manner.snap);
    if (!start || !end || distance(start, end) < 38) return undefined;
    let line: readonly Point[] = [start, ...chord.slice(1, -1), end];
    if (chord.length === 2 && manner.bend > 0) {
      const [dx, dy] = direction(start, end);
      const bow = (this.#random() * 2 - 1) * manner.bend * distance(start, end);
      const middle = between(start, end, 0.35 + this.#random() * 0.3);
      line = smooth([start, [middle[0] - dy * bow, middle[1] + dx * bow], end], 30);
    }
    return keepsClear(block, line) ? line : undefined;
  }

  /** The crossing to join, the point itself where there is none near, or nothing when in between. */
  #joined(block: Block, point: Point, snap: number): Point | undefined {
    const near = this.#nodesNear(point, snap).filter((node) => clearance(block, node) < 0.005);
    if (near.length === 0) return point;
    return near.reduce((best, node) =>
      distance(node, point) < distance(best, point) ? node : best,
    );
  }

  /** A street into a large block that ends there, with a turn at its end. */
  #close(quarter: Quarter, block: Block): StreetLine | undefined {
    const heart = heartOf(block);
    const role = roleAt(this.#skeleton, quarter, heart);
    const area = areaOf(block);
    const fits = role === 'suburb' || role === 'estate' || role === 'garden';
    if (!fits || area < 17_000 || area > 110_000 || this.#random() < 0.5) return undefined;
    const room = clearance(block, heart);
    if (room < 45) return undefined;
    const candidates = edgesOf(block)
      .filter((edge) => edge.kind === 'street' && distance(...edge.line) > 24)
      .map((edge) => between(edge.line[0], edge.line[1], 0.4 + this.#random() * 0.2))
      .filter((start) => this.#nodesNear(start, 30).length === 0)
      .filter((start) => distance(start, heart) > 55 && distance(start, heart) < 260);
    if (candidates.length === 0) return undefined;
    const start = pick(this.#random, candidates);
    const [dx, dy] = direction(start, heart);
    const hook = (this.#random() < 0.5 ? -1 : 1) * Math.max(0, room - 38);
    const line = smooth([start, heart, [heart[0] - dy * hook, heart[1] + dx * hook]], 25).filter(
      (point, index, all) => index === 0 || distance(point, all[index - 1] ?? point) > 1,
    );
    if (!keepsClear(block, [...line.slice(0, -1), line[line.length - 1] ?? heart], true)) {
      return undefined;
    }
    this.#addNode(start);
    return { line, role: 'close', roadClass: 'local' };
  }

  #addNode(point: Point): void {
    const key = cellOf(point[0], point[1]);
    const cell = this.#nodes.get(key);
    if (cell) cell.push(point);
    else this.#nodes.set(key, [point]);
  }

  #nodesNear(point: Point, metres: number): Point[] {
    const found: Point[] = [];
    for (const dx of [-100, 0, 100]) {
      for (const dy of [-100, 0, 100]) {
        for (const node of this.#nodes.get(cellOf(point[0] + dx, point[1] + dy)) ?? []) {
          if (distance(node, point) < metres) found.push(node);
        }
      }
    }
    return found;
  }
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x / 100)},${Math.floor(y / 100)}`;
}
