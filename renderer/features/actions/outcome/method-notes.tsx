import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { ActionEvidence } from '#shared/contract/action-evidence.ts';

import { useFormats } from '../../../ui/formats.ts';

/**
 * Which sources changed how they count, and which may have without anybody having said so yet, with the way to where
 * that is said: it comes too late for an action that was closed.
 */
export function MethodNotes(props: { readonly evidence: ActionEvidence }) {
  const { breaks, kept } = props.evidence;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  return breaks.map(({ source, on, note, suspected }) => {
    const year = on.slice(0, 4);
    return (
      <Text key={`${source} ${on}`} size="sm" role="note">
        {suspected
          ? t(kept ? 'doubtKept' : 'doubt', { source, year })
          : t('break', { source, day: formats.day(on), note })}
        {suspected && !kept && (
          <>
            {' '}
            <Link to="/facts">{t('toSources')}</Link>
          </>
        )}
      </Text>
    );
  });
}
