/** The interface's own font, as a canvas names it. */
export const MAP_FONT = "'Inter Variable', system-ui, sans-serif";

/** Loads the weights the map writes with: a canvas, unlike a page, does not wait for its font. */
export async function loadMapFont(): Promise<void> {
  await Promise.all(
    [500, 600, 700].map((weight) => document.fonts.load(`${weight} 12px ${MAP_FONT}`)),
  );
}
