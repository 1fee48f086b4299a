import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { Instant } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './parcels.module.css';
import { type Counted, useWhat } from './use-what.ts';

interface Listed extends Counted {
  readonly id: string;
  readonly madeAt: Instant;
}

/** Parcels, each with what it holds and where it is; nothing where there are none. */
export function ParcelList<Parcel extends Listed>(props: {
  readonly title: string;
  readonly parcels: readonly Parcel[];
  readonly children: (parcel: Parcel) => ReactNode;
}) {
  const { t } = useTranslation('parcels');
  const formats = useFormats();
  const whatOf = useWhat();
  const id = useId();
  if (props.parcels.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} size="h5" id={id}>
        {props.title}
      </Title>
      <ul className={classes.list} aria-labelledby={id}>
        {props.parcels.map((parcel) => (
          <li key={parcel.id} className={classes.item}>
            <Text size="sm" fw={600}>
              {t('of', { moment: formats.recentMoment(parcel.madeAt) })}
            </Text>
            <Text size="sm">{whatOf(parcel)}</Text>
            {props.children(parcel)}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
