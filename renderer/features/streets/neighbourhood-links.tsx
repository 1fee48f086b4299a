import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetPicture } from '#shared/contract/streets.ts';

import { useFormats } from '../../ui/formats.ts';

/** The neighbourhoods a street runs through, and who answers for each. */
export function NeighbourhoodLinks(props: {
  readonly neighbourhoods: StreetPicture['neighbourhoods'];
}) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  if (props.neighbourhoods.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="md">
        {t('noNeighbourhood')}
      </Text>
    );
  }
  return (
    <Text size="sm" component="ul" p={0} m={0} mb="md" style={{ listStyle: 'none' }}>
      {props.neighbourhoods.map(({ id, nameNl, nameFr, officers }) => (
        <li key={id}>
          <Anchor
            size="sm"
            fw={550}
            underline="always"
            renderRoot={(rest) => <Link {...rest} to="/neighbourhoods/$id" params={{ id }} />}
          >
            {formats.name(nameNl, nameFr)}
          </Anchor>{' '}
          <Text span size="sm" c="dimmed">
            {t('answersFor', {
              names: officers.map(({ displayName }) => displayName).join(', ') || t('noOfficer'),
            })}
          </Text>
        </li>
      ))}
    </Text>
  );
}
