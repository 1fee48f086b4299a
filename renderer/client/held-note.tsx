import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { holdingsOf, useNeighbourhoods } from './neighbourhoods.ts';

/**
 * Said above what is counted: of a desk that holds no neighbourhood, that nothing was counted says nothing.
 * @param props.ofPart whether it is said as well where only a part is held
 */
export function HeldNote(props: { readonly ofPart?: boolean }) {
  const { t } = useTranslation();
  const holdings = holdingsOf(useNeighbourhoods().data);
  if (holdings === 'none' || (holdings === 'part' && props.ofPart)) {
    return (
      <Text size="sm" role="note" mb="sm">
        {t(`held.${holdings}`)}
      </Text>
    );
  }
  return null;
}
