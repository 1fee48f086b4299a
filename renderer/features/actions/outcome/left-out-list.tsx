import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ActionEvidence } from '#shared/contract/action-evidence.ts';
import type { LeftOut } from '#shared/domain/actions/kept-evidence.ts';

import { useFormats } from '../../../ui/formats.ts';

/** The stretches that an action is not compared with, and why. */
export function LeftOutList(props: {
  readonly leftOut: ActionEvidence['leftOut'];
  /** Has it compared with one again; left out where nobody may. */
  readonly onCompareAgain?: ((leftOut: LeftOut) => void) | undefined;
}) {
  const { leftOut, onCompareAgain } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  return leftOut.map(({ segmentId, reason, nameNl, nameFr }) => {
    const street = formats.name(nameNl, nameFr) || t('gone');
    return (
      <Group key={segmentId} justify="space-between" wrap="nowrap">
        <Text size="sm">{t('leftOut', { street, reason })}</Text>
        {onCompareAgain && (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            aria-label={t('compareAgainWith', { street })}
            onClick={() => {
              onCompareAgain({ segmentId, reason });
            }}
          >
            {t('compareAgain')}
          </Button>
        )}
      </Group>
    );
  });
}
