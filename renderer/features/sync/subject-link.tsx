import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Subject } from '#shared/contract/sync-lines.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './sync.module.css';

/** What a line is about, in words: where, and what it is called or says. */
export function useSubjectText(): (subject: Subject) => string {
  const formats = useFormats();
  return (subject) => {
    const street = formats.name(subject.streetNameNl, subject.streetNameFr);
    return [`${street} ${subject.houseNumber}`.trim(), subject.text]
      .filter((part) => part !== '')
      .join(' · ');
  };
}

/** What a line is about, as a link to the record where it is on this desk. */
export function SubjectLink(props: { readonly subject: Subject; readonly fallback: string }) {
  const { subject } = props;
  const words = useSubjectText()(subject) || props.fallback;
  if (subject.contactId !== null) {
    return (
      <Link
        to="/contact/$contactId"
        params={{ contactId: subject.contactId }}
        className={classes.link}
        data-row
      >
        {words}
      </Link>
    );
  }
  if (subject.partyId !== null) {
    return (
      <Link to="/parties/$partyId" params={{ partyId: subject.partyId }} className={classes.link}>
        {words}
      </Link>
    );
  }
  return (
    <Text span size="sm" className={classes.words}>
      {words}
    </Text>
  );
}
