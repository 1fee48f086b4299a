import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';

import type {
  ColumnWidths,
  ContactColumn,
  ContactSort,
} from '#shared/domain/contacts/contact-view.ts';

import { ColumnEdge } from './column-edge.tsx';
import { sortOfColumn } from './contact-columns.tsx';
import classes from './contact-table.module.css';

/** The names of the columns; a click on one that can be sorted by sorts, a second one turns it round. */
export function TableHead(props: {
  readonly columns: readonly ContactColumn[];
  readonly sort: ContactSort;
  readonly onSort: (sort: ContactSort) => void;
  readonly style: CSSProperties;
  readonly widths: ColumnWidths;
  /** The widths as they are while somebody drags; undefined when the drag is over. */
  readonly onDrag: (widths: ColumnWidths | undefined) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
}) {
  const { columns, sort, onSort } = props;
  const { t } = useTranslation('views');
  const edge = (column: ContactColumn) => (
    <ColumnEdge
      column={column}
      widths={props.widths}
      onDrag={props.onDrag}
      onWidths={props.onWidths}
    />
  );
  return (
    <div role="row" aria-rowindex={1} className={classes.head} style={props.style}>
      {columns.map((column) => {
        const by = sortOfColumn(column);
        const name = t(`column.${column}`);
        if (!by) {
          return (
            <span key={column} role="columnheader" title={name}>
              <span className={classes.name}>{name}</span>
              {edge(column)}
            </span>
          );
        }
        const isSorted = sort.by === by;
        // The newest are what people look for; names begin at the beginning.
        const descending = isSorted ? !sort.descending : by === 'when';
        return (
          <span
            key={column}
            role="columnheader"
            {...(isSorted ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
          >
            <button
              type="button"
              className={classes.sort}
              title={t(descending ? 'table.sortDescending' : 'table.sortAscending', {
                column: name,
              })}
              onClick={() => {
                onSort({ by, descending });
              }}
            >
              <span>{name}</span>
              {isSorted &&
                (sort.descending ? (
                  <IconArrowDown size={13} aria-hidden />
                ) : (
                  <IconArrowUp size={13} aria-hidden />
                ))}
            </button>
            {edge(column)}
          </span>
        );
      })}
    </div>
  );
}
