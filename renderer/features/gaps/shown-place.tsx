import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { GapRow } from '#shared/contract/gaps.ts';

import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';

/** Which place the map shows, under it, and the way back to its row. */
export function ShownPlace(props: {
  readonly row: GapRow | undefined;
  readonly onBack: () => void;
}) {
  const { row } = props;
  const { t } = useTranslation('gaps');
  const formats = useFormats();
  const stretches = useStretchWords();
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {row
          ? t('table.shown', {
              name: stretches.of(formats.name(row.nameNl, row.nameFr), row.stretch),
            })
          : ''}
      </Text>
      {row && (
        <Button size="compact-sm" variant="default" onClick={props.onBack}>
          {t('table.back')}
        </Button>
      )}
    </Group>
  );
}
