import { Badge, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { urgencyOf } from '#shared/domain/promises/agenda.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf, daysBetween } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useFormats } from '../../ui/formats.ts';
import { UnreceivedBadge } from '../sync/index.ts';
import classes from './promise-list.module.css';

/** One promise: its day in words, what was promised, where, by whom, and what became of it. */
export function PromiseRow(props: {
  readonly promise: KeptPromise;
  readonly onClose: (promise: KeptPromise) => void;
  readonly onHandOver: (promise: KeptPromise) => void;
}) {
  const { promise } = props;
  const { t } = useTranslation('promises');
  const officerId = useDeskState().data?.officer?.id;
  const isOpen = promise.state === 'open';
  const today = dayOf(new Date().toISOString());
  return (
    <li
      className={classes.promise}
      data-urgency={isOpen ? urgencyOf(promise.dueOn, today) : undefined}
    >
      <Due promise={promise} />
      <div className={classes.words}>
        <Link
          to="/contacts/$contactId"
          params={{ contactId: promise.contactId }}
          className={classes.text}
          data-row
        >
          {promise.text}
        </Link>
        <UnreceivedBadge entity="promise" id={promise.id} />
        <Where promise={promise} officerId={officerId} />
        {!isOpen && (
          <Text size="sm" className={classes.outcome}>
            {t('page.told', { outcome: promise.outcome })}
          </Text>
        )}
      </div>
      {isOpen && (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t('handOver.action')}: ${promise.text}`}
            onClick={() => {
              props.onHandOver(promise);
            }}
          >
            {t('handOver.action')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('close')}: ${promise.text}`}
            onClick={() => {
              props.onClose(promise);
            }}
          >
            {t('close')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Due(props: { readonly promise: KeptPromise }) {
  const { dueOn, state, closedAt } = props.promise;
  const { t } = useTranslation('promises');
  const formats = useFormats();
  const today = dayOf(new Date().toISOString());
  const inWords =
    dueOn < today
      ? t('late', { span: formats.span(daysBetween(dueOn, today)) })
      : formats.relativeDay(dueOn);
  return (
    <div className={classes.due}>
      {state === 'open' ? (
        <span className={classes.relative}>{inWords}</span>
      ) : (
        <Badge color={state === 'kept' ? 'teal' : 'orange'}>
          {t(state === 'kept' ? 'kept' : 'notKept')}
        </Badge>
      )}
      <span className={classes.day}>{formats.day(dueOn)}</span>
      {closedAt !== null && (
        <span className={classes.day}>
          {t('page.closedOn', { day: formats.day(dayOf(closedAt)) })}
        </span>
      )}
    </div>
  );
}

function Where(props: { readonly promise: KeptPromise; readonly officerId: Id | undefined }) {
  const { promise } = props;
  const { t } = useTranslation('promises');
  const formats = useFormats();
  const codes = useCodes();
  const wants = promise.toldBy ?? promise.channel;
  return (
    <Text size="xs" c="dimmed">
      <Link
        to="/streets/$streetId"
        params={{ streetId: promise.streetId }}
        className={classes.street}
      >
        {formats.name(promise.streetNameNl, promise.streetNameFr)}
      </Link>{' '}
      · {promise.keeperId === props.officerId ? t('yours') : promise.keeperName}
      {promise.keeperId !== promise.ownerId && ` ${t('for', { name: promise.ownerName })}`}
      {wants !== null &&
        ` · ${
          promise.toldBy === null
            ? t('wants', { channel: codes.name('channel', wants) })
            : codes.name('channel', wants)
        }`}
    </Text>
  );
}
