import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ParcelsState } from '#shared/contract/parcels.ts';

import { useFormats } from '../../ui/formats.ts';
import { ParcelList } from './parcel-list.tsx';

/** The parcels that this desk made last, and whether their receipts are back. */
export function MadeParcels(props: { readonly parcels: ParcelsState['made'] }) {
  const { t } = useTranslation('parcels');
  const formats = useFormats();
  return (
    <ParcelList
      title={t('made.title')}
      parcels={props.parcels}
      children={({ receiptsAt, refused: code }) => (
        <Text size="sm">
          {receiptsAt === null
            ? t('made.waiting')
            : t(code === '' ? 'made.back' : 'made.backStopped', {
                moment: formats.recentMoment(receiptsAt),
                code,
              })}
        </Text>
      )}
    />
  );
}
