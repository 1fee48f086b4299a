import type { LabelSpace } from './label-space.ts';
import { type LabelPlace, placeOnLine } from './line-labels.ts';
import { type Frame, screenX, screenY, type WorldBox } from './mercator.ts';

/**
 * Where the middle of a name may stand, CSS pixels along its line: near the middle of the line, and again
 * far enough on.
 */
export function positionsAlong(
  length: number,
  width: number,
  repeatAfter: number,
): readonly number[] {
  const times = Math.max(1, Math.floor(length / Math.max(repeatAfter, width * 2)));
  return Array.from({ length: times }, (_, index) => ((index + 0.5) * length) / times);
}

/** A line as the frame shows it, CSS pixels. */
export function onScreen(frame: Frame, line: Float64Array): Float64Array {
  return line.map((value, index) =>
    index % 2 === 0 ? screenX(frame, value) : screenY(frame, value),
  );
}

/** Advances of the letters of a text in the font and spacing that are set, each size asked for once. */
export function makeMeasure(
  context: CanvasRenderingContext2D,
): (text: string, size: number) => readonly number[] {
  const known = new Map<string, number>();
  return (text, size) =>
    [...text].map((letter) => {
      const key = `${size} ${letter}`;
      const width = known.get(key) ?? context.measureText(letter).width;
      known.set(key, width);
      return width;
    });
}

/** A box for every third letter or so: fine enough for a slanted name, few enough to be quick. */
function boxesOf(place: LabelPlace, widths: readonly number[], size: number): readonly WorldBox[] {
  return place.letters
    .map((letter, index) => ({ letter, index }))
    .filter(({ index }) => index % 2 === 0 || index === place.letters.length - 1)
    .map(({ letter, index }) => {
      const side = Math.max(size, (widths[index] ?? 0) * 2) + 2;
      return around(letter.x, letter.y, side, side);
    });
}

/**
 * Writes a name on a line when it reads well there and nothing else stands there, and tells whether.
 *
 * @param isSeen whether a part of the name would be seen there.
 */
export function writeAlong(
  context: CanvasRenderingContext2D,
  name: string,
  line: ArrayLike<number>,
  {
    widths,
    at,
    size,
  }: { readonly widths: readonly number[]; readonly at: number; readonly size: number },
  space: LabelSpace,
  isSeen: (box: WorldBox) => boolean = () => true,
): boolean {
  const place = placeOnLine(line, widths, at);
  if (!place) return false;
  const boxes = boxesOf(place, widths, size);
  if (!boxes.every(isSeen) || !space.take(boxes)) return false;
  write(context, name, place, widths);
  return true;
}

function write(
  context: CanvasRenderingContext2D,
  name: string,
  place: LabelPlace,
  widths: readonly number[],
): void {
  const first = place.letters[0];
  const last = place.letters.at(-1);
  if (!first || !last) return;
  if (place.straight) {
    const spread = ((widths.at(-1) ?? 0) - (widths[0] ?? 0)) / 4;
    const angle =
      place.letters.length > 1 ? Math.atan2(last.y - first.y, last.x - first.x) : first.angle;
    const x = (first.x + last.x) / 2 + spread * Math.cos(angle);
    const y = (first.y + last.y) / 2 + spread * Math.sin(angle);
    writeAt(context, name, x, y, angle);
    return;
  }
  const letters = [...name];
  for (const pass of ['stroke', 'fill'] as const) {
    place.letters.forEach(({ x, y, angle }, index) => {
      writeAt(context, letters[index] ?? '', x, y, angle, pass);
    });
  }
}

function writeAt(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  angle: number,
  pass: 'stroke' | 'fill' | 'both' = 'both',
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  if (pass !== 'fill') context.strokeText(text, 0, 0);
  if (pass !== 'stroke') context.fillText(text, 0, 0);
  context.restore();
}

/** The box of a label around its middle. */
export function around(x: number, y: number, width: number, height: number): WorldBox {
  return { minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2 };
}
