import { Drawer, Skeleton } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useEveryDraft } from '../../client/drafts.ts';
import { unkeptTexts } from '../../client/unkept-texts.ts';
import { CorrectForm } from './correct-form.tsx';

/** The form that corrects a contact, beside whatever page is open. What is typed is kept on closing. */
export function CorrectDrawer(props: {
  readonly contact: Contact;
  readonly isOpen: boolean;
  readonly onDone: () => void;
}) {
  const { contact, isOpen, onDone } = props;
  const { t } = useTranslation('corrections');
  const drafts = useEveryDraft();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const unkept = unkeptTexts.find(officerId, contact.id);
  const draft = drafts.data?.find(({ id }) => id === contact.id);
  const keep = useRef<() => void>(() => undefined);
  return (
    <Drawer
      opened={isOpen}
      onClose={() => {
        keep.current();
        onDone();
      }}
      position="right"
      size={600}
      padding="lg"
      title={t('correct.title')}
      keepMounted={false}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && drafts.isPending && <Skeleton height={320} />}
      {isOpen && !drafts.isPending && (
        <CorrectForm
          contact={contact}
          draft={unkept?.form ?? draft?.form}
          isStored={unkept === undefined}
          keepRef={keep}
          onDone={onDone}
        />
      )}
    </Drawer>
  );
}
