import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

const COLOURS = {
  'only-here': 'gray',
  'under-way': 'harbour',
  received: 'teal',
  'needs-choice': 'orange',
  quarantine: 'red',
} as const;

/** Where a record stands on its way to the centre, in words. */
export function RecordState(props: { readonly state: Contact['recordState'] }) {
  const { t } = useTranslation();
  return <Badge color={COLOURS[props.state]}>{t(`recordState.${props.state}`)}</Badge>;
}
