import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Whether nothing was brought in yet that an address could be found in. */
export function isWithoutTerritory(summary: { readonly streets: number } | undefined): boolean {
  return summary?.streets === 0;
}

/** Says why no street can be found, with the way to where a territory is brought in. */
export function NoTerritory(props: { readonly onLeave: (() => void) | undefined }) {
  const { t } = useTranslation('territory');
  return (
    <Text size="sm" role="status" mt={4}>
      {t('address.noTerritory')}{' '}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(rest) => <Link {...rest} to="/territory" onClick={() => props.onLeave?.()} />}
      >
        {t('address.toTerritory')}
      </Anchor>
    </Text>
  );
}
