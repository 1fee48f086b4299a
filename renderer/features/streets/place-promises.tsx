import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { PromiseList } from '../promises/index.ts';
import type { PlaceOfPage } from './place-of-page.ts';

/** Open promises of a place, and how many of the others were kept. */
export function PlacePromises(props: {
  readonly place: PlaceOfPage;
  readonly picture: PlacePicture;
}) {
  const { place, picture } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const { open, kept, notKept } = picture.promises;
  const more = open - picture.openPromises.length;
  return (
    <Panel
      flush
      title={t('promises.title')}
      aside={
        place.kind === 'street' && (
          <Anchor
            size="sm"
            renderRoot={(rest) => <Link {...rest} to="/promises" search={{ streetId: place.id }} />}
          >
            {t('promises.all')}
          </Anchor>
        )
      }
    >
      {picture.openPromises.length > 0 ? (
        <PromiseList promises={picture.openPromises} label={t('promises.title')} />
      ) : (
        <Text size="sm" px="md" pt="sm">
          {t('promises.none')}
        </Text>
      )}
      <Text size="xs" c="dimmed" px="md" py="xs">
        {more > 0 && `${t('promises.more', { count: more })} `}
        {t('promises.counts', {
          open: formats.number(open),
          kept: formats.number(kept),
          notKept: formats.number(notKept),
        })}
        {'. '}
        {t('promises.since', { day: formats.day(picture.countedSince) })}
      </Text>
    </Panel>
  );
}
