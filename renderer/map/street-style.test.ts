import { describe, expect, it } from 'vitest';

import { ROAD_CLASSES } from '#shared/domain/territory/territory.ts';

import { casingWidth, railStyle, streetWidth } from './street-style.ts';

it.each(ROAD_CLASSES)(
  'a street of class %s grows with the zoom and never vanishes',
  (roadClass) => {
    let before = 0;
    for (let zoom = 8; zoom <= 20; zoom += 0.25) {
      const width = streetWidth(roadClass, zoom);
      expect(width).toBeGreaterThan(0);
      expect(width).toBeGreaterThanOrEqual(before);
      before = width;
    }
    expect(casingWidth(roadClass, 8)).toBe(0);
    expect(casingWidth(roadClass, 18)).toBeGreaterThan(0);
  },
);

it('keeps the order of importance at every zoom', () => {
  for (let zoom = 10; zoom <= 19; zoom += 0.5) {
    const widths = ROAD_CLASSES.map((roadClass) => streetWidth(roadClass, zoom));
    expect(widths[0]).toBeGreaterThan(widths[1] ?? Infinity);
    expect(widths[1]).toBeGreaterThan(widths[2] ?? Infinity);
  }
});

describe('railStyle', () => {
  it('grows with the zoom and has dashes from where they can be told apart', () => {
    const zooms = [9, 11, 12, 13, 15, 17, 19];
    const styles = zooms.map(railStyle);
    expect(styles.map(({ width }) => width)).toEqual(
      styles.map(({ width }) => width).toSorted((one, other) => one - other),
    );
    expect(railStyle(11.9).dash).toBe(0);
    for (const { width, dash } of styles.slice(2)) expect(dash).toBeGreaterThan(width);
  });
});
