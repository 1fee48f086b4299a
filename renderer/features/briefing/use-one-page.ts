import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

import { rowsThatFit } from '#shared/domain/briefing/one-page.ts';

/** Pixels of CSS in a millimetre. */
const MILLIMETRE = 96 / 25.4;
/** What A4 on its side leaves within its margins, without what a printer may round off. */
const SHEET_MILLIMETRES = 178;

/**
 * How many streets fit on the sheet: it is drawn with all of them at the size of paper, measured before anybody
 * sees it, and drawn again.
 *
 * @param content what its words come from: another one is measured anew
 * @returns the sheet to be measured, and how many rows it has; undefined while it is measured
 */
export function useOnePage(content: object): {
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly rows: number | undefined;
} {
  const sheet = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<{
    readonly of: object;
    readonly withFonts: boolean;
    readonly rows: number;
  }>();
  const withFonts = useFonts();
  const rows = fit?.of === content && fit.withFonts === withFonts ? fit.rows : undefined;
  useLayoutEffect(() => {
    const element = sheet.current;
    if (rows !== undefined || !element) return;
    const heights = [...element.querySelectorAll('[data-street]')].map(heightOf);
    const note = heightOf(element.querySelector('[data-left-out]'));
    const streets = heights.reduce((sum, height) => sum + height, 0);
    const rest = element.offsetHeight - streets - note;
    const room = SHEET_MILLIMETRES * MILLIMETRE - rest;
    setFit({ of: content, withFonts, rows: rowsThatFit(heights, room, note) });
  }, [content, withFonts, rows]);
  return { sheet, rows };
}

/** Whether the letters are those that will be printed: others are of another width. */
function useFonts(): boolean {
  const [areThere, setThere] = useState(document.fonts.status === 'loaded');
  useEffect(() => {
    void document.fonts.ready.then(() => {
      setThere(true);
    });
  }, []);
  return areThere;
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}
