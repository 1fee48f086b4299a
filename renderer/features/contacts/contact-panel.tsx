import { ActionIcon, Anchor, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactHistory } from '#shared/domain/contacts/amendment.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { AddToDossier, ContactDossiers } from '../actions/index.ts';
import { Attachments, useAttachments } from '../attachments/index.ts';
import { ContactHistory as History } from '../corrections/index.ts';
import { ContactActions } from './contact-actions.tsx';
import details from './contact-details.module.css';
import { ContactFacts } from './contact-facts.tsx';
import {
  Assessment,
  NextOfContact,
  RecordOfContact,
  WithdrawnNotice,
} from './contact-sections.tsx';
import classes from './contacts-page.module.css';
import { isContactAbsent, useContactHistory } from './use-contact-history.ts';

/** Everything of one contact, beside the list; Escape goes back to its row. */
export function ContactPanel() {
  const { contactId } = useParams({ from: '/contacts/$contactId' });
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const codes = useCodes();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const contact = useContactHistory(contactId);
  const isMissing = isContactAbsent(contact);

  useEffect(() => {
    heading.current?.focus();
  }, [contactId]);
  const close = (): void => {
    void navigate({ to: '/contacts', search: true }).then(() => {
      document.querySelector<HTMLElement>(`[data-contact="${CSS.escape(contactId)}"]`)?.focus();
    });
  };

  return (
    <section
      className={classes.panel}
      aria-labelledby="contact-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={classes.panelHead}>
        <Title order={2} id="contact-title" ref={heading} tabIndex={-1}>
          {contact.data
            ? codes.name('contact-reason', contact.data.current.reason)
            : isMissing
              ? t('detail.goneTitle')
              : contact.isError
                ? t('detail.failedTitle')
                : common('loading')}
        </Title>
        <Group gap={4} wrap="nowrap">
          {contact.data && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('about.page')}
              title={t('about.page')}
              renderRoot={(rest) => (
                <Link {...rest} to="/contact/$contactId" params={{ contactId }} search={{}} />
              )}
            >
              <IconArrowsDiagonal size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={common('close')} onClick={close}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </div>
      <div className={classes.panelBody}>
        {contact.isPending && <Skeleton height={220} />}
        {contact.isError && !isMissing && (
          <FailureNotice text={errorText(contact.error)} onRetry={() => void contact.refetch()} />
        )}
        {isMissing && (
          <>
            <Text>{t('detail.gone')}</Text>
            <Button variant="default" onClick={close}>
              {t('detail.backToList')}
            </Button>
          </>
        )}
        {contact.data && <Details history={contact.data} />}
      </div>
    </section>
  );
}

function Details(props: { readonly history: ContactHistory }) {
  const { history } = props;
  const { current: contact } = history;
  const { t } = useTranslation('contacts');
  const { t: corrections } = useTranslation('corrections');
  const { t: files } = useTranslation('attachments');
  const { t: linking } = useTranslation('linking');
  const owner = { kind: 'contact', id: contact.id } as const;
  const hasFiles = (useAttachments(owner).data?.length ?? 0) > 0;
  return (
    <>
      <WithdrawnNotice history={history} />
      <div className={details.section}>
        <h3 className={details.title}>{t('about.facts')}</h3>
        <ContactFacts history={history} />
      </div>
      {(contact.assessment !== '' || history.original.assessment !== '') && (
        <div className={details.section}>
          <h3 className={details.title}>{t('about.assessment')}</h3>
          <Assessment history={history} />
        </div>
      )}
      {hasFiles && (
        <div className={details.section}>
          <h3 className={details.title}>{files('title')}</h3>
          <Attachments owner={owner} />
        </div>
      )}
      <div className={details.section}>
        <h3 className={details.title}>{t('about.next')}</h3>
        <NextOfContact contact={contact} />
      </div>
      <div className={details.section}>
        <h3 className={details.title}>{linking('dossiers.title')}</h3>
        <ContactDossiers contactId={contact.id} />
        <AddToDossier contact={contact} />
      </div>
      <div className={details.section}>
        <h3 className={details.title}>{t('about.record')}</h3>
        <RecordOfContact contact={contact} />
        <ContactActions key={contact.id} contact={contact} />
        {contact.position && (
          <Anchor
            size="sm"
            renderRoot={(rest) => (
              <Link
                {...rest}
                to="/map"
                search={({ ...filter }) => ({ ...filter, contact: contact.id })}
              />
            )}
          >
            {t('detail.onMap')}
          </Anchor>
        )}
      </div>
      {history.amendments.length > 0 && (
        <div className={details.section}>
          <h3 className={details.title}>{corrections('history.title')}</h3>
          <History history={history} />
        </div>
      )}
    </>
  );
}
