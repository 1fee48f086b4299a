import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../../client/codes.ts';
import { useFormats } from '../../../ui/formats.ts';
import classes from '../actions.module.css';
import type { LinkChoice } from './link-choices.tsx';

/** As much of a summary as tells it from others, UTF-16 code units. */
const SHORT = 60;

/** A contact as it is linked: what it says, when and where it was, what about, and whether not everyone sees it. */
export function useContactChoice(): (contact: Contact, isLinked: boolean) => LinkChoice {
  const { t } = useTranslation('linking');
  const { t: tActions } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  return (contact, isLinked) => {
    const text = contact.summary === '' ? tActions('contactWithoutText') : contact.summary;
    const street = formats.name(contact.streetNameNl, contact.streetNameFr);
    return {
      id: contact.id,
      name: text.length > SHORT ? `${text.slice(0, SHORT)}…` : text,
      shown: (
        <Link
          className={classes.link}
          to="/contact/$contactId"
          params={{ contactId: contact.id }}
          search={{}}
        >
          {text}
        </Link>
      ),
      about: [
        formats.recentMoment(contact.occurredAt),
        `${street} ${contact.houseNumber}`.trim(),
        codes.name('contact-reason', contact.reason),
        ...contact.problems.map((problem) => codes.name('problem', problem)),
        contact.sensitivity === 'restricted' ? codes.name('sensitivity', 'restricted') : '',
        contact.withdrawn ? t('contacts.withdrawn') : '',
      ]
        .filter(Boolean)
        .join(' · '),
      isLinked,
    };
  };
}
