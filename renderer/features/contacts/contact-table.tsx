import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { RecordState } from '../../ui/record-state.tsx';
import classes from './contacts-page.module.css';
import { noNeighbourhoodText } from './place-text.ts';

const ROW_PX = 40;
/** How many rows before the end the next page is asked. */
const AHEAD = 25;

interface ContactTableProps {
  readonly rows: readonly Contact[];
  readonly total: number;
  readonly selectedId: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onEnd: () => void;
}

/**
 * The list as a grid of which only the rows in sight exist. One row takes the focus (arrow keys, Page
 * Up and Down, Home, End); Enter opens it.
 */
export function ContactTable(props: ContactTableProps) {
  const { rows, total, selectedId, onOpen, onEnd } = props;
  const { t } = useTranslation('contacts');
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingStart: 36,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const current = Math.min(active, rows.length - 1);

  useEffect(() => {
    if (lastShown >= rows.length - AHEAD) onEnd();
  }, [lastShown, rows.length, onEnd]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const target = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const row = rows[current];
    if (event.key === 'Enter' && row) onOpen(row.id);
    else if (target !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, target));
      setActive(next);
      wantsFocus.current = true;
      virtual.scrollToIndex(next);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroll}
      className={classes.scroll}
      role="grid"
      aria-label={t('list.label')}
      aria-rowcount={total + 1}
      onKeyDown={move}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        <span role="columnheader">{t('list.when')}</span>
        <span role="columnheader">{t('list.place')}</span>
        <span role="columnheader" className={classes.widest}>
          {t('list.neighbourhood')}
        </span>
        <span role="columnheader" className={classes.narrow}>
          {t('list.reason')}
        </span>
        <span role="columnheader" className={classes.middle}>
          {t('list.summary')}
        </span>
        <span role="columnheader" className={classes.wide}>
          {t('list.next')}
        </span>
        <span role="columnheader" className={classes.middle}>
          {t('list.state')}
        </span>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const contact = rows[index];
          return (
            contact && (
              <div
                key={contact.id}
                role="row"
                data-index={index}
                data-contact={contact.id}
                aria-rowindex={index + 2}
                aria-selected={contact.id === selectedId}
                tabIndex={index === current ? 0 : -1}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index);
                  onOpen(contact.id);
                }}
                onFocus={() => {
                  setActive(index);
                }}
              >
                <Cells contact={contact} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Cells(props: { readonly contact: Contact }) {
  const { contact } = props;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const codes = useCodes();
  const street = formats.name(contact.streetNameNl, contact.streetNameFr);
  const neighbourhood = formats.name(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr);
  return (
    <>
      <span role="gridcell" className={classes.when}>
        {formats.recentMoment(contact.occurredAt)}
      </span>
      <span role="gridcell" className={classes.place} title={`${street} ${contact.houseNumber}`}>
        <span className={classes.street}>{street}</span>
        <span className={classes.number}> {contact.houseNumber}</span>
      </span>
      <span role="gridcell" className={`${classes.widest} ${classes.soft}`}>
        {neighbourhood || t(noNeighbourhoodText(contact))}
      </span>
      <span role="gridcell" className={classes.narrow}>
        {codes.name('contact-reason', contact.reason)}
      </span>
      <span role="gridcell" className={`${classes.middle} ${classes.soft}`}>
        {contact.summary}
      </span>
      <span role="gridcell" className={classes.wide}>
        {contact.nextStep === 'nothing' ? '' : codes.name('next-step', contact.nextStep)}
      </span>
      <span role="gridcell" className={classes.middle}>
        <RecordState state={contact.recordState} />
      </span>
    </>
  );
}
