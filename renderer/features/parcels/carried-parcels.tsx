import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

import type { ParcelsState } from '#shared/contract/parcels.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { ParcelList } from './parcel-list.tsx';
import { useSavedFile } from './use-saved-file.ts';

type Carried = ParcelsState['carried'][number];

/** Parcels of colleagues: on their way to the centre, or with receipts to bring back. */
export function CarriedParcels(props: { readonly parcels: readonly Carried[] }) {
  const { t } = useTranslation('parcels');
  return (
    <ParcelList
      title={t('carried.title')}
      parcels={props.parcels}
      children={(parcel) => <Standing parcel={parcel} />}
    />
  );
}

function Standing({ parcel }: { readonly parcel: Carried }) {
  const { t } = useTranslation(['parcels', 'errors']);
  const client = useWorkbench();
  const formats = useFormats();
  const report = useReporter();
  const save = useSavedFile();
  const { id: parcelId, deliveredAt, refused } = parcel;
  const bring = async (): Promise<void> => save(await client.parcels.receipts({ parcelId }));
  const remove = async (): Promise<void> => {
    await client.parcels.remove({ parcelId });
    notifications.show({ color: 'teal', message: t('carried.removed') });
  };
  return (
    <>
      <Text size="sm">
        {refused !== null
          ? t(`errors:parcelRefused.${refused}`)
          : deliveredAt === null
            ? t('carried.waiting')
            : t('carried.delivered', { moment: formats.recentMoment(deliveredAt) })}
      </Text>
      {(deliveredAt !== null || refused !== null) && (
        <Group gap="xs" mt={4}>
          {deliveredAt !== null && (
            <Button
              size="compact-sm"
              onClick={() => {
                report(bring());
              }}
            >
              {t('carried.receipts')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              report(remove());
            }}
          >
            {t('carried.remove')}
          </Button>
        </Group>
      )}
    </>
  );
}
