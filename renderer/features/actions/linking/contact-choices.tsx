import { useTranslation } from 'react-i18next';

import type { Dossier } from '#shared/domain/actions/dossier.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useWorkbench } from '../../../client/workbench.tsx';
import { LinkChoices } from './link-choices.tsx';
import { useContactChoice } from './use-contact-choice.tsx';

/** Contacts that are linked to a dossier, or may be. */
export function ContactChoices(props: {
  readonly dossier: Dossier;
  readonly contacts: readonly Contact[];
}) {
  const { dossier, contacts } = props;
  const { t } = useTranslation('linking');
  const client = useWorkbench();
  const choiceOf = useContactChoice();
  const linked = new Set(dossier.contacts);
  const link = (ids: readonly Id[], isLinked: boolean) =>
    client.actions.linkContacts({
      id: dossier.id,
      add: isLinked ? [...ids] : [],
      remove: isLinked ? [] : [...ids],
    });
  return (
    <LinkChoices
      label={t('contacts.title')}
      choices={contacts.map((contact) => choiceOf(contact, linked.has(contact.id)))}
      onLink={(id, isLinked) => link([id], isLinked)}
      onLinkAll={link}
    />
  );
}
