import { Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { AddressSuggestion } from '#shared/contract/territory.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './address-field.module.css';

/** Which neighbourhood a place lies in, and who answers for it. */
export function NeighbourhoodLine(props: {
  readonly neighbourhoods: AddressSuggestion['neighbourhoods'];
  /** False where nothing is known of the place: then no neighbourhood does not mean outside of all. */
  readonly placeKnown?: boolean;
}) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const parts = props.neighbourhoods.map(({ nameNl, nameFr, officers }) => {
    const who = officers.length > 0 ? officers.join(', ') : t('address.noOfficer');
    return `${formats.name(nameNl, nameFr)} (${who})`;
  });
  const none =
    (props.placeKnown ?? true) ? t('address.noNeighbourhood') : t('address.unknownNeighbourhood');
  return (
    <Text size="xs" c="dimmed" className={classes.neighbourhood}>
      <IconMapPin size={13} aria-hidden />
      <span>{parts.length > 0 ? parts.join(' · ') : none}</span>
    </Text>
  );
}
