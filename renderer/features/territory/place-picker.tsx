import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AddressSuggestion } from '#shared/contract/territory.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './address-field.module.css';
import { addressLabel } from './address-label.ts';
import { NeighbourhoodLine } from './neighbourhood-line.tsx';
import { isWithoutTerritory, NoTerritory } from './no-territory.tsx';
import { useLocated, useTerritorySummary } from './queries.ts';
import { TerritoryMap } from './territory-map.tsx';

interface PlacePickerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onLeave: (() => void) | undefined;
  readonly onPick: (suggestion: AddressSuggestion, position: Position) => void;
}

/** A map to point at a place; the nearest street is shown before it is taken. */
export function PlacePicker(props: PlacePickerProps) {
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="xl"
      title={t('address.pickTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <PickerMap {...props} />
    </Modal>
  );
}

function PickerMap(props: PlacePickerProps) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const [position, setPosition] = useState<Position | null>(null);
  const located = useLocated(position);
  const found = position && located.data;
  const summary = useTerritorySummary().data;
  if (isWithoutTerritory(summary) || summary?.bounds === null) {
    return (
      <NoTerritory
        onLeave={() => {
          props.onClose();
          props.onLeave?.();
        }}
      />
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('address.pickHelp')}
      </Text>
      <div className={classes.pickMap}>
        <TerritoryMap
          pin={position}
          highlightedStreetId={found ? found.streetId : null}
          onPlace={setPosition}
        />
      </div>
      <Group justify="space-between" wrap="nowrap" className={classes.pickFound}>
        <div role="status">
          {found ? (
            <>
              <Text size="sm" fw={600}>
                {addressLabel(found, formats)}
              </Text>
              <NeighbourhoodLine neighbourhoods={found.neighbourhoods} />
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {position && located.isSuccess ? t('address.pickNothing') : t('address.pickWaiting')}
            </Text>
          )}
        </div>
        <Button
          disabled={!found || !position}
          onClick={() => {
            if (found && position) props.onPick(found, position);
          }}
        >
          {t('address.pickUse')}
        </Button>
      </Group>
    </Stack>
  );
}
