import { Anchor, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useLeads } from '../../client/role.ts';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { isAbsent, PlaceMissing, PlacePanels, useNeighbourhood } from '../streets/index.ts';
import { StreetsPanel } from './streets-panel.tsx';

/** Everything about one neighbourhood, as of a street, with its streets and who answers for it. */
export function NeighbourhoodPage() {
  const { id } = useParams({ from: '/neighbourhoods/$id' });
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const neighbourhood = useNeighbourhood(id);
  const mayAssign = useLeads();
  const isHeld = useNeighbourhoods().data?.find((one) => one.id === id)?.isHeld ?? true;
  if (!neighbourhood.data) {
    return (
      <PlaceMissing
        answer={neighbourhood}
        isAbsent={isAbsent(neighbourhood)}
        absentTitle={t('goneNeighbourhood')}
      />
    );
  }
  const { data } = neighbourhood;
  const name = formats.name(data.nameNl, data.nameFr);
  const officers = data.officers.map(({ displayName }) => displayName).join(', ');
  const ended = data.endedOn === null ? '' : t('ended', { day: formats.day(data.endedOn) });
  return (
    <Page
      title={name}
      description={[officers && t('answersFor', { names: officers }), ended]
        .filter(Boolean)
        .join(' · ')}
    >
      {officers === '' && ended === '' && (
        <Text size="sm" mb="md">
          {t('neighbourhood.vacant')}
          {mayAssign && (
            <>
              {' · '}
              <Anchor
                size="sm"
                underline="always"
                renderRoot={(rest) => <Link {...rest} to="/territory" />}
              >
                {t('neighbourhood.assign')}
              </Anchor>
            </>
          )}
        </Text>
      )}
      {!isHeld && (
        <Text size="sm" mb="md" role="note">
          {t('notHeld')}
        </Text>
      )}
      <PlacePanels
        place={{ kind: 'neighbourhood', id: data.id, name, bounds: data.bounds }}
        picture={data.picture}
      >
        <StreetsPanel streets={data.streets} since={data.picture.countedSince} />
      </PlacePanels>
    </Page>
  );
}
