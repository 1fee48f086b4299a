import type { ContactPoint } from '#shared/contract/contacts.ts';
import { type WorldPoint } from '#shared/domain/territory/web-mercator.ts';

import { type ContactMark, type FamilyOf, markFor } from './contact-marks.ts';
import { MAP_FONT } from './map-font.ts';
import { type Frame, screenX, screenY } from './mercator.ts';
import type { MapPalette } from './palette.ts';

export interface MarkScene {
  readonly marks: readonly ContactMark[];
  readonly selected: ContactPoint | null;
  readonly hovered: ContactMark | null;
  readonly familyOf: FamilyOf;
  /** A place that was pointed at. */
  readonly pin: WorldPoint | null;
}

const FULL_TURN = Math.PI * 2;

/** Draws contacts, groups, the selection and the pin; the selected one lies on top. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  scene: MarkScene,
  countText: (count: number) => string,
): void {
  const selected = scene.selected && markFor(scene.marks, scene.selected, scene.familyOf);
  for (const mark of scene.marks) if (mark !== selected) paintMark(mark);
  if (selected) {
    const { x, y } = placeOf(frame, selected.world);
    ring(context, x, y, selected.radius + 5, palette.markRing, 6);
    ring(context, x, y, selected.radius + 5, palette.selection, 3);
    paintMark(selected);
  }
  if (scene.pin) paintPin(context, frame, palette, scene.pin);

  function paintMark(mark: ContactMark): void {
    const { x, y } = placeOf(frame, mark.world);
    if (outside(frame, x, y)) return;
    if (mark === scene.hovered) ring(context, x, y, mark.radius + 3.5, palette.selection, 2);
    if (mark.point) paintPoint(context, palette, mark, x, y);
    else paintGroup(context, palette, mark, x, y, countText(mark.count));
  }
}

function placeOf(frame: Frame, world: WorldPoint): { readonly x: number; readonly y: number } {
  return { x: screenX(frame, world.x), y: screenY(frame, world.y) };
}

function outside(frame: Frame, x: number, y: number): boolean {
  return x < -40 || y < -40 || x > frame.width + 40 || y > frame.height + 40;
}

function paintPoint(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  mark: ContactMark,
  x: number,
  y: number,
): void {
  const family = mark.shares[0]?.family ?? 'administration';
  disc(context, x, y + 0.8, mark.radius + 0.8, palette.markShade);
  disc(context, x, y, mark.radius, palette.markRing);
  disc(context, x, y, mark.radius - 1.6, palette.families[family]);
}

/** A ring with a part for each family, the count inside. */
function paintGroup(
  context: CanvasRenderingContext2D,
  palette: MapPalette,
  mark: ContactMark,
  x: number,
  y: number,
  text: string,
): void {
  disc(context, x, y + 1, mark.radius + 1.4, palette.markShade);
  disc(context, x, y, mark.radius, palette.clusterFill);
  const thickness = Math.max(3.4, mark.radius * 0.2);
  let from = -Math.PI / 2;
  for (const { family, count } of mark.shares) {
    const to = from + (count / mark.count) * FULL_TURN;
    context.beginPath();
    context.arc(x, y, mark.radius - thickness / 2, from, to);
    context.strokeStyle = palette.families[family];
    context.lineWidth = thickness;
    context.lineCap = 'butt';
    context.stroke();
    from = to;
  }
  const size = mark.radius < 14 ? 10.5 : 12;
  context.font = `650 ${size}px ${MAP_FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.clusterText;
  context.fillText(text, x, y + 0.5);
}

/** The familiar drop, its tip on the place. */
function paintPin(
  context: CanvasRenderingContext2D,
  frame: Frame,
  palette: MapPalette,
  pin: WorldPoint,
): void {
  const { x, y } = placeOf(frame, pin);
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.ellipse(0, 0, 6, 2.4, 0, 0, FULL_TURN);
  context.fillStyle = palette.markShade;
  context.fill();
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(-3, -9, -11, -13, -11, -23);
  context.arc(0, -23, 11, Math.PI, 0);
  context.bezierCurveTo(11, -13, 3, -9, 0, 0);
  context.closePath();
  context.fillStyle = palette.highlight;
  context.fill();
  context.strokeStyle = palette.markRing;
  context.lineWidth = 2;
  context.stroke();
  disc(context, 0, -23, 4.2, palette.markRing);
  context.restore();
}

function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  style: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_TURN);
  context.fillStyle = style;
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  style: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_TURN);
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke();
}
