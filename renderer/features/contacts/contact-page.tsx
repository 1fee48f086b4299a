import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { ContactHistory as History } from '#shared/domain/contacts/amendment.ts';
import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AddToDossier, ContactDossiers } from '../actions/index.ts';
import { Attachments, useAddFiles } from '../attachments/index.ts';
import { ContactHistory } from '../corrections/index.ts';
import { TerritoryMap } from '../territory/index.ts';
import { ContactActions } from './contact-actions.tsx';
import classes from './contact-details.module.css';
import { ContactFacts } from './contact-facts.tsx';
import {
  Assessment,
  NextOfContact,
  RecordOfContact,
  WithdrawnNotice,
} from './contact-sections.tsx';
import { isContactAbsent, useContactHistory } from './use-contact-history.ts';

/** A contact on a page of its own: what the panel shows, with its place on the map. */
export function ContactPage() {
  const { contactId } = useParams({ from: '/contact/$contactId' });
  const { open } = useSearch({ from: '/contact/$contactId' });
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const codes = useCodes();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const answer = useContactHistory(contactId);
  const isAbsent = isContactAbsent(answer);
  if (!answer.data) {
    const title = isAbsent
      ? t('detail.goneTitle')
      : answer.isError
        ? t('detail.failedTitle')
        : common('loading');
    return (
      <Page title={title}>
        {answer.isPending && <Skeleton height={320} />}
        {answer.isError && !isAbsent && (
          <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
        )}
        {isAbsent && (
          <Stack align="flex-start">
            <Text>{t('detail.gone')}</Text>
            <Button
              variant="default"
              onClick={() => {
                void navigate({ to: '/contacts', search: {} });
              }}
            >
              {t('detail.backToList')}
            </Button>
          </Stack>
        )}
      </Page>
    );
  }
  const { current } = answer.data;
  const street = formats.name(current.streetNameNl, current.streetNameFr);
  return (
    <Page
      title={t('about.pageTitle', {
        reason: codes.name('contact-reason', current.reason),
        place: `${street} ${current.houseNumber}`.trim(),
      })}
      description={`${formats.moment(current.occurredAt)} · ${current.authorName}`}
      actions={
        <ContactActions
          key={contactId}
          contact={current}
          first={open}
          onClosed={() => {
            void navigate({ to: '.', search: {}, replace: true });
          }}
        />
      }
    >
      <Whole history={answer.data} />
    </Page>
  );
}

function Whole(props: { readonly history: History }) {
  const { history } = props;
  const { current } = history;
  const { t } = useTranslation('contacts');
  const { t: corrections } = useTranslation('corrections');
  const { t: files } = useTranslation('attachments');
  const { t: linking } = useTranslation('linking');
  const owner = { kind: 'contact', id: current.id } as const;
  const adding = useAddFiles(owner);
  return (
    <Stack gap="md">
      <WithdrawnNotice history={history} />
      <div className={classes.columns}>
        <Stack gap="md">
          <Panel title={t('about.facts')}>
            <Stack gap="md">
              <ContactFacts history={history} />
            </Stack>
          </Panel>
          <Panel title={files('title')}>
            <Attachments owner={owner} adding={adding} tellsNone />
          </Panel>
          {(current.assessment !== '' || history.original.assessment !== '') && (
            <Panel title={t('about.assessment')}>
              <Assessment history={history} />
            </Panel>
          )}
          {history.amendments.length > 0 && (
            <Panel title={corrections('history.title')}>
              <ContactHistory history={history} />
            </Panel>
          )}
        </Stack>
        <Stack gap="md">
          <PlaceOfContact history={history} />
          <Panel title={t('about.next')}>
            <NextOfContact contact={current} />
          </Panel>
          <Panel title={linking('dossiers.title')} aside={<AddToDossier contact={current} />}>
            <ContactDossiers contactId={current.id} />
          </Panel>
          <Panel
            title={t('about.record')}
            aside={
              <Anchor
                size="sm"
                renderRoot={(rest) => (
                  <Link {...rest} to="/contacts/$contactId" params={{ contactId: current.id }} />
                )}
              >
                {t('about.list')}
              </Anchor>
            }
          >
            <RecordOfContact contact={current} />
          </Panel>
        </Stack>
      </div>
    </Stack>
  );
}

/** Half the height of what the map shows around a contact, degrees: some 250 metres. */
const AROUND = 0.0022;

function PlaceOfContact(props: { readonly history: History }) {
  const { current } = props.history;
  const { t } = useTranslation('contacts');
  const { position } = current;
  if (!position) return null;
  const [longitude, latitude] = position;
  const bounds: Bounds = [
    longitude - AROUND * 1.6,
    latitude - AROUND,
    longitude + AROUND * 1.6,
    latitude + AROUND,
  ];
  const { id, reason, occurredAt } = current;
  const point = { id, position, reason, occurredAt };
  return (
    <Panel
      flush
      title={t('about.map')}
      aside={
        <Anchor
          size="sm"
          renderRoot={(rest) => <Link {...rest} to="/map" search={{ contact: id }} />}
        >
          {t('detail.onMap')}
        </Anchor>
      }
    >
      <div className={classes.map}>
        <TerritoryMap
          bounds={bounds}
          contacts={{ reasons: [], groups: [], points: [point] }}
          selected={point}
          highlightedStreetId={current.streetId}
        />
      </div>
    </Panel>
  );
}
