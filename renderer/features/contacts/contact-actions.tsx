import { Button } from '@mantine/core';
import { IconFolderPlus, IconPencil, IconPlus, IconTrashX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useFormats } from '../../ui/formats.ts';
import { CorrectDrawer, WithdrawDialog } from '../corrections/index.ts';
import classes from './contact-details.module.css';
import type { ContactForm } from './contact-page-search.ts';
import { useQuickLog } from './quick-log-provider.tsx';

/** What can be done with a contact: correct it, log another one at its place, withdraw it. */
export function ContactActions(props: {
  readonly contact: Contact;
  /** A form that is open at once, where somebody goes on with it. */
  readonly first?: ContactForm | undefined;
  readonly onClosed?: () => void;
}) {
  const { contact } = props;
  const { t } = useTranslation('contacts');
  const { t: actions } = useTranslation('actions');
  const { t: corrections } = useTranslation('corrections');
  const formats = useFormats();
  const quickLog = useQuickLog();
  const [open, setOpen] = useState(props.first);
  const close = (): void => {
    setOpen(undefined);
    props.onClosed?.();
  };
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        leftSection={<IconPencil size={17} aria-hidden />}
        onClick={() => {
          setOpen('correct');
        }}
      >
        {corrections('correct.action')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlus size={17} aria-hidden />}
        onClick={() => {
          const { streetId, houseNumber, position } = contact;
          const street = formats.name(contact.streetNameNl, contact.streetNameFr);
          const label = `${street} ${houseNumber}`.trim();
          const isPointedAt = contact.placeSource === 'pointed';
          quickLog.open({ place: { streetId, houseNumber, position, label, isPointedAt } });
        }}
      >
        {t('detail.again')}
      </Button>
      {!contact.withdrawn && (
        <Button
          variant="default"
          leftSection={<IconFolderPlus size={17} aria-hidden />}
          renderRoot={(rest) => <Link {...rest} to="/dossiers" search={{ contact: contact.id }} />}
        >
          {actions('toDossier')}
        </Button>
      )}
      {!contact.withdrawn && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrashX size={17} aria-hidden />}
          onClick={() => {
            setOpen('withdraw');
          }}
        >
          {corrections('withdraw.action')}
        </Button>
      )}
      <CorrectDrawer contact={contact} isOpen={open === 'correct'} onDone={close} />
      <WithdrawDialog contact={contact} isOpen={open === 'withdraw'} onDone={close} />
    </div>
  );
}
