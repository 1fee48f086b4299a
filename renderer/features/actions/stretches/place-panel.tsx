import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';

import { Panel } from '../../../ui/panel.tsx';
import { useStretchName } from '../stretch-name.ts';
import { ChangeStretches } from './change-stretches.tsx';
import { StretchMap } from './stretch-map.tsx';
import classes from './stretches.module.css';

/** Which stretches a dossier is about, on the map and by name, and the way to change them. */
export function PlacePanel({ page }: { readonly page: DossierPage }) {
  const { dossier, segments } = page;
  const { t } = useTranslation('stretches');
  const stretchName = useStretchName(segments);
  const [isOpen, setOpen] = useState(false);
  const own = useMemo(
    () => segments.filter(({ id }) => dossier.segments.includes(id)),
    [segments, dossier.segments],
  );
  return (
    <Panel
      flush
      title={t('where')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('change')}
        </Button>
      }
    >
      <StretchMap segments={own} className={classes.flush} />
      <Text size="sm" px="md" py="xs">
        {own.map(({ id }) => stretchName(id)).join('; ')}
      </Text>
      {isOpen && (
        <ChangeStretches
          page={page}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Panel>
  );
}
