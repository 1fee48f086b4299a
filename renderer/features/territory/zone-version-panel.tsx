import { Alert, Progress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ZoneVersionState } from '#shared/contract/territory.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';

/** Which version of the zone's territory is here, and how far the next one is. */
export function ZoneVersionPanel({ state }: { readonly state: ZoneVersionState }) {
  const { t } = useTranslation('territory');
  if (!state.hasCentre) return null;
  const { here, arriving } = state;
  return (
    <Panel title={t('version.title')}>
      <Here here={here} />
      {arriving === null ? null : <Arriving {...arriving} />}
      {state.mayImport ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          {t('version.fromCentre')}
        </Text>
      )}
    </Panel>
  );
}

function Here({ here }: Pick<ZoneVersionState, 'here'>) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  if (here === null) return <Text size="sm">{t('version.none')}</Text>;
  const { number, validFrom, publishedBy } = here.version;
  return (
    <Text size="sm">
      {t('version.here', {
        number,
        from: formats.day(validFrom),
        since: formats.recentMoment(here.since),
      })}
      {publishedBy === '' ? null : ` ${t('version.by', { name: publishedBy })}`}
    </Text>
  );
}

function Arriving({ version, received, problem }: NonNullable<ZoneVersionState['arriving']>) {
  const { t } = useTranslation('territory');
  const { number, size } = version;
  if (problem !== '') {
    return (
      <Alert mt="sm" color="orange" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {t('version.refused', { number })}
      </Alert>
    );
  }
  const label = t(received < size ? 'version.arriving' : 'version.puttingIn', { number });
  return (
    <>
      <Text size="sm" mt="sm" role="status">
        {label}
      </Text>
      <Progress
        mt={4}
        value={(received / size) * 100}
        animated={received >= size}
        aria-label={label}
      />
    </>
  );
}
