import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, LateItem } from '#shared/contract/board.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOfficers } from '../actions/index.ts';
import { ActionLink } from './action-line.tsx';
import classes from './board.module.css';

type Late = Board['late'][number];

/** The most of each kind that is named; the whole list is one step away. */
const MOST = 3;

/** What somebody waits for too long, before everything else. */
export function LatePanel({ late }: { readonly late: Board['late'] }) {
  const { t } = useTranslation('board');
  return (
    <Panel title={t('late.title')}>
      {late.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('late.none')}
        </Text>
      )}
      <div className={classes.late}>
        {late.map((part) => (
          <section key={part.kind}>
            <Title order={3} mb={4}>
              {t(`late.kind.${part.kind}`, { count: part.total })}
            </Title>
            <ul className={classes.plain}>
              {part.items.slice(0, MOST).map((item) => (
                <li key={'action' in item ? item.action.id : item.id}>
                  <LateLine item={item} />
                </li>
              ))}
            </ul>
            {part.total > Math.min(MOST, part.items.length) && <AllOf part={part} />}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function LateLine({ item }: { readonly item: LateItem }) {
  const { t } = useTranslation('board');
  const formats = useFormats();
  const officers = useOfficers();
  const under = (...parts: readonly string[]): ReactNode => (
    <Text size="xs" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
  if ('title' in item) {
    return (
      <Link
        className={classes.link}
        to="/dossiers/$dossierId"
        params={{ dossierId: item.dossierId }}
      >
        {item.title}
      </Link>
    );
  }
  const due = t('late.due', { day: formats.day(item.dueOn) });
  const owner = officers.name(item.ownerId);
  if (item.kind === 'promise') {
    return (
      <>
        <Link
          className={classes.link}
          to="/contact/$contactId"
          params={{ contactId: item.contactId }}
          search={{}}
        >
          {t('late.promiseIn', { street: formats.street(item.street) })}
        </Link>
        {under(due, owner)}
      </>
    );
  }
  return (
    <>
      <ActionLink action={item.action} />
      {under(due, owner)}
    </>
  );
}

/** The way to the whole list of a kind. */
function AllOf({ part }: { readonly part: Late }) {
  const { t } = useTranslation('board');
  const yesterday = addDays(dayOf(new Date().toISOString()), -1);
  const text = t('late.all', { count: part.total });
  if (part.kind === 'promise') {
    return (
      <Link className={classes.link} to="/promises" search={{ state: 'open', to: yesterday }}>
        {text}
      </Link>
    );
  }
  if (part.kind === 'answer' || part.kind === 'eyes' || part.kind === 'review') {
    return (
      <Link className={classes.link} to="/bench">
        {text}
      </Link>
    );
  }
  return (
    <Link
      className={classes.link}
      from="/board"
      to="/board"
      search={(before) => ({
        ...before,
        view: 'state',
        state: part.kind === 'start' ? 'approved' : 'active',
      })}
    >
      {text}
    </Link>
  );
}
