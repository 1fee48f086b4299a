import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Surroundings } from '#shared/contract/contacts.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { AddressValue } from '../territory/index.ts';
import classes from './quick-log-nearby.module.css';

type Earlier = Surroundings['contacts'][number];

/**
 * What happened before and what was promised around the place that is being written about. It stands
 * beside the form, so that no field moves when it comes.
 */
export function QuickLogNearby(props: {
  readonly place: AddressValue | null;
  /** Before a link leads away: what was typed is kept. */
  readonly onLeave: () => void;
}) {
  const { place, onLeave } = props;
  const { t } = useTranslation('contacts');
  const errorText = useErrorText();
  const asked = {
    streetId: place?.streetId ?? '',
    houseNumber: place?.houseNumber ?? '',
    position: place?.position ? ([place.position[0], place.position[1]] as [number, number]) : null,
  };
  const answer = useSteadyQuestion(
    {
      topics: ['contacts', 'promises', 'territory'],
      key: ['contacts.nearby', asked],
      ask: (client, signal) => client.contacts.nearby({ place: asked }, { signal }),
    },
    { enabled: place !== null },
  );
  const found = place ? answer.data : undefined;
  const onStreet = found?.contacts.filter((one) => one.onStreet) ?? [];
  const around = found?.contacts.filter((one) => !one.onStreet) ?? [];
  return (
    <aside className={classes.nearby} aria-label={t('nearby.title')}>
      <Title order={2}>{t('nearby.title')}</Title>
      {!place && (
        <Text size="sm" c="dimmed">
          {t('nearby.choose')}
        </Text>
      )}
      {place && answer.isError && <FailureNotice text={errorText(answer.error)} />}
      {found && !found.hasRight && (
        <Text size="sm" fw={550} role="status">
          {t('nearby.noRight')}
        </Text>
      )}
      {found && found.contacts.length === 0 && found.promises.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nearby.none')}
        </Text>
      )}
      {found && found.promises.length > 0 && (
        <section aria-labelledby="nearby-promises">
          <Title order={3} id="nearby-promises">
            {t('nearby.promises')}
          </Title>
          <ul className={classes.list}>
            {found.promises.map((promise) => (
              <PromiseLine key={promise.id} promise={promise} onLeave={onLeave} />
            ))}
          </ul>
        </section>
      )}
      <EarlierList
        title={t('nearby.onStreet')}
        id="nearby-street"
        rows={onStreet}
        {...{ onLeave }}
      />
      <EarlierList title={t('nearby.around')} id="nearby-around" rows={around} {...{ onLeave }} />
    </aside>
  );
}

function PromiseLine(props: { readonly promise: KeptPromise; readonly onLeave: () => void }) {
  const { promise } = props;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const isLate = promise.dueOn < dayOf(new Date().toISOString());
  return (
    <li>
      <Link
        to="/contacts/$contactId"
        params={{ contactId: promise.contactId }}
        className={classes.line}
        onClick={props.onLeave}
      >
        <Text span size="sm" fw={550} display="block" lineClamp={2}>
          {promise.text}
        </Text>
        <Text span size="xs" className={isLate ? classes.late : undefined} c="dimmed">
          {t('nearby.due', {
            day: formats.day(promise.dueOn),
            relative: formats.relativeDay(promise.dueOn),
          })}{' '}
          · {promise.keeperName}
        </Text>
      </Link>
    </li>
  );
}

function EarlierList(props: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Earlier[];
  readonly onLeave: () => void;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section aria-labelledby={props.id}>
      <Title order={3} id={props.id}>
        {props.title}
      </Title>
      <ul className={classes.list}>
        {props.rows.map((row) => (
          <EarlierLine key={row.contact.id} row={row} onLeave={props.onLeave} />
        ))}
      </ul>
    </section>
  );
}

/** One line that unfolds to what was noted, so that nobody has to leave the form to read it. */
function EarlierLine(props: { readonly row: Earlier; readonly onLeave: () => void }) {
  const { contact, onStreet, metres } = props.row;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const codes = useCodes();
  const [isOpen, setOpen] = useState(false);
  const street = formats.name(contact.streetNameNl, contact.streetNameFr);
  const where = onStreet ? contact.houseNumber : `${street} ${contact.houseNumber}`.trim();
  const far = onStreet || metres === null ? '' : t('nearby.metres', { metres });
  const text = contact.summary || contact.nextNote;
  return (
    <li>
      <UnstyledButton
        className={classes.line}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen((open) => !open);
        }}
      >
        <span className={classes.head}>
          {isOpen ? (
            <IconChevronDown size={14} aria-hidden />
          ) : (
            <IconChevronRight size={14} aria-hidden />
          )}
          <Text span size="sm" fw={550}>
            {codes.name('contact-reason', contact.reason)}
          </Text>
        </span>
        <Text span size="xs" c="dimmed" display="block">
          {[formats.recentMoment(contact.occurredAt), where, far].filter(Boolean).join(' · ')}
        </Text>
        {!isOpen && text !== '' && (
          <Text span size="xs" c="dimmed" display="block" truncate>
            {text}
          </Text>
        )}
      </UnstyledButton>
      {isOpen && (
        <div className={classes.told}>
          <Text size="sm" className={classes.text}>
            {text === '' ? t('detail.noSummary') : text}
          </Text>
          {contact.parties.length > 0 && (
            <Text size="xs" c="dimmed">
              {contact.parties.map(({ name }) => name).join(', ')}
            </Text>
          )}
          <Link
            to="/contacts/$contactId"
            params={{ contactId: contact.id }}
            className={classes.open}
            onClick={props.onLeave}
          >
            {t('nearby.open')}
          </Link>
        </div>
      )}
    </li>
  );
}
