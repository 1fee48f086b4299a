import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormats } from '../../ui/formats.ts';
import classes from './thread.module.css';

/**
 * Minutes that count in the bar of those planned, before those that were delivered, with a mark at what was planned
 * until today; said in figures below it.
 *
 * @param props.scale minutes of the whole width
 * @param props.said what the figures are in, such as the link to where they come from
 */
export function DoseBar(props: {
  readonly name: string;
  readonly dose: {
    readonly planned: number;
    readonly plannedSoFar: number;
    readonly delivered: number;
    readonly counted: number;
  };
  readonly scale: number;
  readonly said?: (text: string) => ReactNode;
}) {
  const { name, dose, scale } = props;
  const { t } = useTranslation('thread');
  const formats = useFormats();
  if (dose.planned === 0) return <span className={classes.under}>{t('nothingPlanned')}</span>;
  const width = (minutes: number) => `${Math.min(100, (minutes / scale) * 100)}%`;
  const text = t(dose.counted === dose.delivered ? 'dose' : 'doseCounted', {
    counted: formats.number(dose.counted),
    delivered: formats.number(dose.delivered),
    planned: formats.number(dose.planned),
    soFar: formats.number(dose.plannedSoFar),
  });
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={t('doseOf', { name, text })}>
        <div className={classes.planned} style={{ width: width(dose.planned) }} />
        {dose.counted < dose.delivered && (
          <div className={classes.delivered} style={{ width: width(dose.delivered) }} />
        )}
        <div className={classes.counted} style={{ width: width(dose.counted) }} />
        <div className={classes.soFar} style={{ insetInlineStart: width(dose.plannedSoFar) }} />
      </div>
      <span className={classes.under} aria-hidden={props.said === undefined}>
        {props.said ? props.said(text) : text}
      </span>
    </div>
  );
}
