import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { KeptState } from './use-draft-keeper.ts';

/**
 * Whether what is being typed is kept already, in words; told as it changes. It has its line before it has words:
 * a button below it that moves when the words come is not where it was pressed.
 */
export function KeptLine(props: { readonly state: KeptState | undefined }) {
  const { t } = useTranslation();
  const { state } = props;
  return (
    <Text
      size="xs"
      mih="1lh"
      c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
      role="status"
    >
      {state ? t(`kept.${state}`) : ''}
    </Text>
  );
}
