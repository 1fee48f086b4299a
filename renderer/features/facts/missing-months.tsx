import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { firstDayOf, type Month, runsOfMonths } from '#shared/domain/facts/missing-months.ts';

import { useFormats } from '../../ui/formats.ts';

/** More than these are only counted: a day that was typed wrong can part a file by a century. */
const MOST_SHOWN = 6;

/** Which months are missing from a file or a source, and how that is taken; nothing where none is. */
export function MissingMonths(props: {
  readonly of: 'file' | 'source';
  readonly months: readonly Month[];
}) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const runs = runsOfMonths(props.months);
  if (runs.length === 0) return null;
  const name = (month: Month): string => formats.month(firstDayOf(month));
  const named = runs
    .slice(0, MOST_SHOWN)
    .map(({ first, last }) =>
      first === last ? name(first) : t('missing.run', { first: name(first), last: name(last) }),
    );
  const more = runs.length - named.length;
  const months = more === 0 ? named : [...named, t('missing.more', { count: more })];
  return (
    <Text size="sm" role="note" fw={600}>
      {t(`missing.${props.of}`, { months: months.join(', ') })}
    </Text>
  );
}
