import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Board, LateItem } from '#shared/contract/board.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { FoldButton } from '../../ui/fold-button.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOfficers } from '../actions/index.ts';
import { ActionLink } from './action-line.tsx';
import classes from './board.module.css';
import { rowsOfLate } from './late-rows.ts';

type Late = Board['late'][number];

/** The most of each kind that is named; the whole list is one step away. */
const MOST = 3;
/** The most that is named while it is folded, so that what is planned stays in view. */
const MOST_FOLDED = 3;

/** What somebody waits for too long, before everything else. */
export function LatePanel({ late }: { readonly late: Board['late'] }) {
  const { t } = useTranslation('board');
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const folded = rowsOfLate(late, MOST_FOLDED);
  const total = late.reduce((sum, part) => sum + part.total, 0);
  const more = total - folded.reduce((sum, { items }) => sum + items.length, 0);
  const parts = isOpen ? late.map((part) => ({ part, items: part.items.slice(0, MOST) })) : folded;
  return (
    <Panel
      title={t('late.title')}
      aside={
        more > 0 && (
          <FoldButton isOpen={isOpen} controls={list} onToggle={setOpen}>
            {isOpen ? t('late.fewer') : t('late.more', { count: more })}
          </FoldButton>
        )
      }
    >
      {late.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('late.none')}
        </Text>
      )}
      <div className={classes.late} id={list}>
        {parts.map(({ part, items }) => (
          <section key={part.kind} className={classes.lateKind}>
            <Title order={3}>{t(`late.kind.${part.kind}`, { count: part.total })}</Title>
            <ul className={classes.plain}>
              {items.map((item) => (
                <li key={keyOf(item)} className={classes.lateLine}>
                  <LateLine item={item} />
                </li>
              ))}
              {isOpen && part.total > items.length && (
                <li>
                  <AllOf part={part} />
                </li>
              )}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function keyOf(item: LateItem): string {
  if (item.kind === 'deal') return `${item.id} ${item.side}`;
  if ('id' in item) return item.id;
  return item.kind === 'assessment' ? item.dossierId : item.action.id;
}

function LateLine({ item }: { readonly item: LateItem }) {
  const { t } = useTranslation('board');
  const formats = useFormats();
  const officers = useOfficers();
  const under = (...parts: readonly string[]): ReactNode => (
    <Text span size="xs" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
  if (item.kind === 'assessment') {
    return (
      <>
        <DossierLink id={item.dossierId} title={item.title} />
        {under(t('late.due', { day: formats.day(item.dueOn) }))}
      </>
    );
  }
  if ('title' in item) {
    return item.action ? (
      <>
        <ActionLink action={item.action} />
        {under(item.title)}
      </>
    ) : (
      <DossierLink id={item.dossierId} title={item.title} />
    );
  }
  const due = t('late.due', { day: formats.day(item.dueOn) });
  if (item.kind === 'deal') {
    const { side, partnerName } = item;
    return (
      <>
        <ActionLink action={item.action} />
        {under(side === 'we' ? t('late.weFor', { partner: partnerName }) : partnerName, due)}
      </>
    );
  }
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

function DossierLink({ id, title }: { readonly id: Id; readonly title: string }) {
  return (
    <Link className={classes.link} to="/dossiers/$dossierId" params={{ dossierId: id }}>
      {title}
    </Link>
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
  if (part.kind === 'assessment' || part.kind === 'deal') {
    const state = part.kind === 'deal' ? 'deal-late' : 'to-review';
    return (
      <Link className={classes.link} to="/dossiers" search={{ state }}>
        {text}
      </Link>
    );
  }
  if (part.kind !== 'start' && part.kind !== 'end') {
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
