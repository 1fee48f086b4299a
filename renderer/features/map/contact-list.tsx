import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactPoint } from '#shared/contract/contacts.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import classes from './map-page.module.css';
import { useContact } from './queries.ts';
import { ReasonDot } from './reason-dot.tsx';

const ROW_PIXELS = 58;
const PAGE_ROWS = 8;

/**
 * The contacts in view in words, newest first: the map for those who do not see it or do not point.
 * Arrow keys walk through it, Enter chooses; the choice is that of the map.
 */
export function ContactList(props: {
  readonly points: readonly ContactPoint[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}) {
  const { points, selectedId } = props;
  const { t } = useTranslation('map');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rows = useVirtualizer({
    count: points.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
  });
  const chosen = points.findIndex((point) => point.id === selectedId);
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (chosen < 0) return;
    setActive(chosen);
    scrollToIndex(chosen);
  }, [chosen, scrollToIndex]);

  const last = points.length - 1;
  const current = Math.min(active, last);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(last, to));
    setActive(next);
    rows.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, current, last);
    const point = points[current];
    if (target !== undefined) move(target);
    else if ((event.key === 'Enter' || event.key === ' ') && point) props.onSelect(point.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.rows} role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const point = points[index];
          if (!point) return null;
          return (
            <div
              key={point.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={point.id === selectedId}
              aria-setsize={points.length}
              aria-posinset={index + 1}
              data-active={index === current || undefined}
              className={classes.row}
              style={{ transform: `translateY(${start}px)`, height: ROW_PIXELS }}
              onClick={() => {
                setActive(index);
                props.onSelect(point.id);
              }}
            >
              <Row point={point} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function targetOf(key: string, current: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + PAGE_ROWS;
    case 'PageUp':
      return current - PAGE_ROWS;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** Only rows on the screen ask for their contact: a call takes a fraction of a millisecond. */
function Row(props: { readonly point: ContactPoint }) {
  const { point } = props;
  const codes = useCodes();
  const formats = useFormats();
  const contact = useContact(point.id).data;
  return (
    <>
      <ReasonDot reason={point.reason} />
      <span className={classes.rowText}>
        <Text component="span" size="sm" fw={550} truncate>
          {contact
            ? `${formats.name(contact.streetNameNl, contact.streetNameFr)} ${contact.houseNumber}`
            : ' '}
        </Text>
        <Text component="span" size="xs" c="dimmed" truncate>
          {codes.name('contact-reason', point.reason)} · {formats.recentMoment(point.occurredAt)}
        </Text>
      </span>
    </>
  );
}
