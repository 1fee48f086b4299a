import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import {
  type ColumnWidths,
  type ContactColumn,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
} from '#shared/domain/contacts/contact-view.ts';

import classes from './contact-table.module.css';

const ROOT_PX = 16;

/**
 * The right edge of a column's name, by which a mouse makes the column wider or narrower; a double click
 * gives it its usual width. By keyboard the menu of the columns does the same.
 */
export function ColumnEdge(props: {
  readonly column: ContactColumn;
  readonly widths: ColumnWidths;
  readonly onDrag: (widths: ColumnWidths | undefined) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
}) {
  const { column, widths, onDrag, onWidths } = props;
  const { t } = useTranslation('views');
  const begun = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const at = (event: PointerEvent): ColumnWidths | undefined => {
    const from = begun.current;
    if (!from || event.clientX === from.x) return undefined;
    const wanted = from.width + (event.clientX - from.x) / ROOT_PX;
    // Quarters of a rem: the address stays short, and the eye sees no steps.
    const rounded = Math.round(wanted * 4) / 4;
    const width = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, rounded));
    return { ...widths, [column]: width };
  };
  const end = (event: PointerEvent): void => {
    const dragged = at(event);
    begun.current = undefined;
    onDrag(undefined);
    if (dragged) onWidths(dragged);
  };
  return (
    <span
      className={classes.edge}
      title={t('table.resize')}
      data-edge={column}
      onPointerDown={(event) => {
        const cell = event.currentTarget.parentElement?.offsetWidth ?? 0;
        begun.current = { x: event.clientX, width: cell / ROOT_PX };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const dragged = at(event);
        if (dragged) onDrag(dragged);
      }}
      onPointerUp={end}
      onPointerCancel={() => {
        begun.current = undefined;
        onDrag(undefined);
      }}
      onDoubleClick={() => {
        onWidths(Object.fromEntries(Object.entries(widths).filter(([name]) => name !== column)));
      }}
    />
  );
}

/** How wide a column stands on the screen, rem; undefined when it does not. */
export function widthOnScreen(
  table: HTMLElement | null,
  column: ContactColumn,
): number | undefined {
  const edge = table?.querySelector(`[data-edge="${column}"]`);
  const width = edge?.parentElement?.offsetWidth;
  return width === undefined ? undefined : Math.round((width / ROOT_PX) * 4) / 4;
}
