import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { PART } from './parts.ts';

/** The way to the ladder of means of a dossier. */
export function LadderLink({ dossierId }: { readonly dossierId: Id }) {
  const { t } = useTranslation('actions');
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(rest) => (
        <Link
          {...rest}
          to="/dossiers/$dossierId"
          params={{ dossierId }}
          hash={PART.ladder}
          hashScrollIntoView={false}
        />
      )}
    >
      {t('means.toLadder')}
    </Anchor>
  );
}
