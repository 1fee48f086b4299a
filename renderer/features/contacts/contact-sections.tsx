import { Alert, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ContactHistory } from '#shared/domain/contacts/amendment.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import { correctableOf, differences } from '#shared/domain/contacts/corrections.ts';

import { useCodes } from '../../client/codes.ts';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { PromiseList, usePromiseOfContact } from '../promises/index.ts';
import { RecordStanding } from '../sync/index.ts';
import classes from './contact-details.module.css';

/** Says first of all that a contact was withdrawn, by whom and why. */
export function WithdrawnNotice(props: { readonly history: ContactHistory }) {
  const { current, amendments } = props.history;
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  if (!current.withdrawn) return null;
  const withdrawal = amendments.findLast(({ changes }) => changes.withdrawn === true);
  return (
    <Alert color="orange" role="note" title={t('withdraw.badge')}>
      {withdrawal &&
        t('withdraw.notice', {
          name: withdrawal.authorName,
          moment: formats.moment(withdrawal.madeAt),
          note: withdrawal.note,
        })}
    </Alert>
  );
}

/** What the officer makes of it, on another ground than the facts; nothing when nothing was written. */
export function Assessment(props: { readonly history: ContactHistory }) {
  const { current, original } = props.history;
  const { t } = useTranslation('contacts');
  const { t: corrections } = useTranslation('corrections');
  const isChanged =
    differences(correctableOf(original), correctableOf(current)).assessment !== undefined;
  if (current.assessment === '' && !isChanged) return null;
  return (
    <div className={classes.assessment}>
      <Text size="xs" c="dimmed">
        {t('about.assessmentHint')}
      </Text>
      <Text className={classes.text} fs="italic">
        {current.assessment || '–'}
      </Text>
      {isChanged && (
        <Text size="xs" className={classes.original}>
          {corrections('history.corrected', {
            value: original.assessment || corrections('value.none'),
          })}
        </Text>
      )}
    </div>
  );
}

/** What happens after the contact, with the promise that was made and what became of it. */
export function NextOfContact(props: { readonly contact: Contact }) {
  const { contact } = props;
  const codes = useCodes();
  const promise = usePromiseOfContact(contact.id).data;
  const note = promise ? '' : contact.nextNote;
  return (
    <>
      <Text size="sm">
        {codes.name('next-step', contact.nextStep)}
        {note !== '' && ` · ${note}`}
      </Text>
      {promise && (
        <div className={classes.promise}>
          <PromiseList promises={[promise]} />
        </div>
      )}
    </>
  );
}

/** Who wrote it, when, who may see it, and where the record stands. */
export function RecordOfContact(props: { readonly contact: Contact }) {
  const { contact } = props;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const codes = useCodes();
  return (
    <Facts
      rows={[
        [t('detail.author'), contact.authorName],
        [t('detail.loggedAt'), formats.moment(contact.loggedAt)],
        [t('about.sensitivity'), codes.name('sensitivity', contact.sensitivity)],
        [
          t('detail.state'),
          <Group gap={6}>
            <RecordStanding entity="contact" id={contact.id} />
            {contact.amendments > 0 && (
              <Badge color="gray">{t('about.corrected', { count: contact.amendments })}</Badge>
            )}
          </Group>,
        ],
      ]}
    />
  );
}
