import { expect, it } from 'vitest';

import { type MapScheme, paletteOf } from './palette.ts';

/** Relative luminance of a colour `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each<MapScheme>(['light', 'dark'])(
  'dots stand out of their ring, whatever lies below (%s)',
  (scheme) => {
    const { places, markRing } = paletteOf(scheme);
    const [dark = 0, bright = 0] = [luminance(places.dotted), luminance(markRing)].sort(
      (one, other) => one - other,
    );
    // What WCAG 2.2 asks of graphics (1.4.11).
    expect((bright + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
  },
);
