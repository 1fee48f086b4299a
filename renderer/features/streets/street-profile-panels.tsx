import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { FactKindsPanel } from './fact-kinds-panel.tsx';
import { FactQuartersPanel } from './fact-quarters-panel.tsx';
import { FactWeekPanel } from './fact-week-panel.tsx';
import { PiecesPanel } from './pieces-panel.tsx';
import classes from './place-panels.module.css';
import { useStreetProfile } from './queries.ts';

/** Recorded facts of a street or a piece of it, needs, organisations, and its pieces. */
export function StreetProfilePanels(props: { readonly streetId: Id }) {
  const { streetId } = props;
  const errorText = useErrorText();
  const [segmentId, setSegmentId] = useState<Id | null>(null);
  const answer = useStreetProfile(streetId, segmentId);
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (!answer.data) return null;
  const profile = answer.data;
  return (
    <div className={classes.profile}>
      <div className={classes.columns}>
        <Stack gap="md">
          <FactQuartersPanel profile={profile} />
          <FactWeekPanel profile={profile} />
          <FactKindsPanel profile={profile} />
        </Stack>
        <Stack gap="md">
          <NeedsPanel needs={profile.needs} />
          <PiecesPanel profile={profile} chosen={segmentId} onChoose={setSegmentId} />
          <ActionsPanel actions={profile.actions} />
          <OrganisationsPanel profile={profile} />
        </Stack>
      </div>
    </div>
  );
}

/** What residents need, in their own words. */
function NeedsPanel(props: { readonly needs: StreetProfile['needs'] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return (
    <Panel title={t('needs.title')} flush={props.needs.length > 0}>
      {props.needs.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('needs.none')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {props.needs.map(({ contactId, occurredAt, need }) => (
            <li key={contactId}>
              <Link
                className={classes.need}
                to="/contact/$contactId"
                params={{ contactId }}
                search={{}}
              >
                <q>{need}</q>
                <span className={classes.when}>{formats.recentMoment(occurredAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What was done here before, and what came of it. */
function ActionsPanel(props: { readonly actions: StreetProfile['actions'] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  if (props.actions.length === 0) return null;
  return (
    <Panel title={t('actions.title')}>
      <ul className={classes.plain}>
        {props.actions.map(({ id, title, state, endsOn, verdict }) => (
          <li key={id}>
            <Text span size="sm">
              {title}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {verdict === null ? t(`actions.state.${state}`) : t(`actions.verdict.${verdict}`)}
              {endsOn === null ? '' : ` · ${formats.day(endsOn)}`}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Organisations that contacts here name; persons are not listed. */
function OrganisationsPanel(props: { readonly profile: StreetProfile }) {
  const { organisations, countedSince } = props.profile;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  if (organisations.length === 0) return null;
  return (
    <Panel title={t('organisations.title')}>
      <Text size="xs" c="dimmed" mb="xs">
        {t('organisations.hint', { day: formats.day(countedSince) })}
      </Text>
      <ul className={classes.plain}>
        {organisations.map(({ id, name, contacts }) => (
          <li key={id}>
            <Anchor
              size="sm"
              renderRoot={(rest) => (
                <Link {...rest} to="/parties/$partyId" params={{ partyId: id }} search={{}} />
              )}
            >
              {name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {t('organisations.contacts', { count: contacts, total: formats.number(contacts) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
