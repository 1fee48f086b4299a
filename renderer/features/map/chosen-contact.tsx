import { Anchor, CloseButton, Group, Loader, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { ContactSearch } from '../views/index.ts';
import classes from './map-page.module.css';
import { useContact } from './queries.ts';
import { ReasonDot } from './reason-dot.tsx';

/** What is known of the chosen contact, in short, with the way to the whole of it. */
export function ChosenContact(props: {
  readonly id: string;
  /** Goes along to the list. */
  readonly filter: ContactSearch;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('map');
  const codes = useCodes();
  const formats = useFormats();
  const errorText = useErrorText();
  const { data: contact, error, isPending } = useContact(props.id);
  return (
    <Paper
      component="section"
      aria-label={t('contact.title')}
      className={classes.chosen}
      radius="md"
      p="sm"
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Group gap={8} wrap="nowrap" align="baseline">
          {contact ? <ReasonDot reason={contact.reason} /> : null}
          <Text fw={620} size="sm">
            {contact ? codes.name('contact-reason', contact.reason) : t('contact.title')}
          </Text>
        </Group>
        <CloseButton size="sm" aria-label={t('contact.close')} onClick={props.onClose} />
      </Group>
      {error ? <FailureNotice text={errorText(error)} /> : null}
      {isPending ? <Loader size="xs" role="status" aria-label={t('place.searching')} /> : null}
      {contact ? (
        <>
          <Text size="sm">
            {formats.name(contact.streetNameNl, contact.streetNameFr)} {contact.houseNumber}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              formats.name(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr),
              formats.recentMoment(contact.occurredAt),
              contact.authorName,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text size="sm" mt={6} lineClamp={4} {...(contact.summary ? {} : { c: 'dimmed' })}>
            {contact.summary || t('contact.noSummary')}
          </Text>
          {contact.position ? null : (
            <Text size="xs" mt={4} c="dimmed">
              {t('contact.noPlace')}
            </Text>
          )}
          <Anchor
            size="sm"
            mt={6}
            display="inline-block"
            renderRoot={(rest) => (
              <Link
                {...rest}
                to="/contacts/$contactId"
                params={{ contactId: contact.id }}
                search={props.filter}
              />
            )}
          >
            {t('contact.open')}
          </Anchor>
        </>
      ) : null}
    </Paper>
  );
}
