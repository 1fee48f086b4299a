import { useElementSize, useMergedRef } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';
import type {
  ColumnWidths,
  ContactColumn,
  ContactSort,
} from '#shared/domain/contacts/contact-view.ts';

import { fittingColumns, gridOf } from './contact-columns.tsx';
import { ContactCells, GroupCell } from './contact-row.tsx';
import classes from './contact-table.module.css';
import { TableHead } from './table-head.tsx';

/** A line of the list: a contact, the heading of a group, or a place where contacts are being fetched. */
export type ListLine =
  | { readonly kind: 'contact'; readonly key: string; readonly contact: Contact }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'wait'; readonly key: string; readonly group: string };

const ROW_PX = 40;
const ROOT_PX = 16;
/** How many rows before the end the next page is asked. */
const AHEAD = 37;

interface ContactTableProps {
  readonly lines: readonly ListLine[];
  /** Rows of the whole list, loaded or not. */
  readonly rowCount: number;
  readonly isGrouped: boolean;
  readonly columns: readonly ContactColumn[];
  readonly widths: ColumnWidths;
  readonly sort: ContactSort;
  readonly selectedId: string | undefined;
  readonly onSort: (sort: ContactSort) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
  readonly onOpen: (id: string) => void;
  readonly onToggle: (group: string) => void;
  /** The end of the list, or the place of a group that waits for more, comes in sight. */
  readonly onReach: (group: string | null) => void;
}

/**
 * The list as a grid of which only the rows in sight exist. One row takes the focus (arrow keys, Page
 * Up and Down, Home, End); Enter opens it. The right and left arrows open and close a group.
 */
export function ContactTable(props: ContactTableProps) {
  const { lines, onReach, onOpen, onToggle } = props;
  const { t } = useTranslation('views');
  const scroll = useRef<HTMLDivElement>(null);
  const { ref: size, width } = useElementSize<HTMLDivElement>();
  const both = useMergedRef(scroll, size);
  const [active, setActive] = useState(0);
  // Which row is to have the focus once it is there; by its number, since an effect of an earlier drawing
  // may run after the key was pressed.
  const wanted = useRef<number>(undefined);
  // Whether a row has the focus: one that gives way to what was loaded takes it along, and no blur tells.
  const hasFocus = useRef(false);
  const current = Math.min(active, lines.length - 1);
  // The row that has the focus always exists, however far it is scrolled away: a key pressed while the
  // list still moves would otherwise reach nobody.
  const rangeExtractor = useCallback((range: Range) => withRow(range, current), [current]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingStart: 36,
    rangeExtractor,
  });
  const items = virtual.getVirtualItems();
  const lastShown = virtual.range?.endIndex ?? 0;
  // While a column is dragged; the view keeps its width once it is let go.
  const [dragged, setDragged] = useState<ColumnWidths>();
  const widths = dragged ?? props.widths;
  const columns = fittingColumns(props.columns, widths, width === 0 ? Infinity : width / ROOT_PX);
  const grid = gridOf(columns, widths);
  const waiting = items.map(({ index }) => lines[index]).find((line) => line?.kind === 'wait');

  useEffect(() => {
    if (lastShown >= lines.length - AHEAD) onReach(null);
  }, [lastShown, lines.length, onReach]);
  useEffect(() => {
    if (waiting?.kind === 'wait') onReach(waiting.group);
  }, [waiting, onReach]);
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) wanted.current ??= current;
    if (wanted.current === undefined) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });

  const activate = (line: ListLine | undefined): void => {
    if (line?.kind === 'contact') onOpen(line.contact.id);
    if (line?.kind === 'group') onToggle(line.key);
  };
  const onKey = (event: KeyboardEvent): void => {
    // The names of the columns are buttons of their own.
    if (event.target instanceof HTMLButtonElement) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const line = lines[current];
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: lines.length - 1,
    }[event.key];
    if (event.key === 'Enter' || (event.key === ' ' && line?.kind === 'group')) activate(line);
    else if (line?.kind === 'group' && event.key === (line.isOpen ? 'ArrowLeft' : 'ArrowRight')) {
      onToggle(line.key);
    } else if (target !== undefined) {
      const next = Math.max(0, Math.min(lines.length - 1, target));
      setActive(next);
      wanted.current = next;
      virtual.scrollToIndex(next);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={both}
      className={classes.scroll}
      role={props.isGrouped ? 'treegrid' : 'grid'}
      aria-label={t('table.label')}
      aria-rowcount={props.rowCount + 1}
      onKeyDown={onKey}
    >
      <TableHead
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        style={grid}
        widths={props.widths}
        onDrag={setDragged}
        onWidths={props.onWidths}
      />
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtual.getTotalSize(), minWidth: grid.minWidth }}
      >
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const isContact = line.kind === 'contact';
          return (
            <div
              key={line.key}
              role="row"
              data-index={index}
              data-contact={isContact ? line.contact.id : undefined}
              aria-rowindex={index + 2}
              aria-level={props.isGrouped ? (line.kind === 'group' ? 1 : 2) : undefined}
              aria-expanded={line.kind === 'group' ? line.isOpen : undefined}
              aria-selected={isContact ? line.contact.id === props.selectedId : undefined}
              tabIndex={index === current ? 0 : -1}
              className={classOf(line)}
              style={{
                transform: `translateY(${start}px)`,
                ...(isContact ? grid : {}),
              }}
              onClick={() => {
                setActive(index);
                activate(line);
              }}
              onFocus={() => {
                hasFocus.current = true;
                setActive(index);
              }}
              onBlur={() => {
                hasFocus.current = false;
              }}
            >
              {line.kind === 'contact' && <ContactCells contact={line.contact} columns={columns} />}
              {line.kind === 'group' && <GroupCell {...line} />}
              {line.kind === 'wait' && <span role="gridcell">{t('table.loading')}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function withRow(range: Range, row: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (row < 0 || rows.includes(row)) return rows;
  return [...rows, row].sort((a, b) => a - b);
}

function classOf(line: ListLine): string {
  if (line.kind === 'group') return classes.group ?? '';
  if (line.kind === 'wait') return classes.wait ?? '';
  return line.contact.withdrawn
    ? `${classes.row ?? ''} ${classes.withdrawn ?? ''}`
    : (classes.row ?? '');
}
