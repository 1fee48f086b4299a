import { useTranslation } from 'react-i18next';

import type { BriefedStreet } from '#shared/contract/briefing.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './briefing.module.css';

/** How many streets are named: with more, the note would need a page of its own. */
const MOST_NAMES = 10;

/**
 * What did not fit on the sheet: how much, and where.
 *
 * @param props.isSpace keeps room for a note of the longest kind while the sheet is measured
 */
export function LeftOut(props: {
  readonly streets: readonly BriefedStreet[];
  readonly isSpace: boolean;
}) {
  const { streets, isSpace } = props;
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  if (isSpace) return <p className={classes.left} data-left-out />;
  if (streets.length === 0) return null;
  const measures = streets.reduce((sum, one) => sum + one.measures.length, 0);
  const promises = streets.reduce(
    (sum, one) => sum + one.promises.due.reduce((total, { count }) => total + count, 0),
    0,
  );
  const named = streets.slice(0, MOST_NAMES);
  const unnamed = streets.length - named.length;
  return (
    <p className={classes.left} data-left-out role="note">
      <b>
        {[
          t('left.measures', { count: measures, total: formats.number(measures) }),
          ...(promises === 0
            ? []
            : [t('left.promises', { count: promises, total: formats.number(promises) })]),
        ].join(', ')}
      </b>{' '}
      {t('left.where', { streets: formats.streets(named) })}
      {unnamed === 0
        ? null
        : ` ${t('left.unnamed', { count: unnamed, total: formats.number(unnamed) })}`}
    </p>
  );
}
