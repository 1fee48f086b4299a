import { Anchor, Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Position } from '#shared/domain/territory/geometry.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useFormats } from '../../ui/formats.ts';
import { useQuickLog } from '../contacts/index.ts';
import { addressLabel, addressValue, NeighbourhoodLine, useLocated } from '../territory/index.ts';
import classes from './map-page.module.css';

/** What lies at a place somebody pointed at: street, neighbourhood, officer, and what can be done. */
export function PlaceCard(props: { readonly position: Position; readonly onClose: () => void }) {
  const { t } = useTranslation('map');
  const formats = useFormats();
  const errorText = useErrorText();
  const quickLog = useQuickLog();
  const located = useLocated(props.position);
  const found = located.data;
  const title = found
    ? addressLabel(found, formats)
    : located.isPending
      ? t('place.searching')
      : located.error
        ? errorText(located.error)
        : t('place.nothing');
  return (
    <Paper
      component="section"
      aria-label={t('place.title')}
      className={classes.place}
      shadow="md"
      radius="md"
      p="sm"
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Text fw={620} size="sm" role="status">
          {title}
        </Text>
        <CloseButton size="sm" aria-label={t('place.close')} onClick={props.onClose} />
      </Group>
      {found ? (
        <>
          <NeighbourhoodLine neighbourhoods={found.neighbourhoods} />
          <Anchor
            size="sm"
            mt={4}
            display="inline-block"
            renderRoot={(rest) => (
              <Link {...rest} to="/streets/$streetId" params={{ streetId: found.streetId }} />
            )}
          >
            {t('place.street')}
          </Anchor>
          <br />
          <Button
            mt="xs"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              quickLog.open({ place: addressValue(found, formats, props.position) });
            }}
          >
            {t('place.log')}
          </Button>
        </>
      ) : null}
    </Paper>
  );
}
