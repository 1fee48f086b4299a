import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Briefing, BriefingQuestion } from '#shared/contract/briefing.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import classes from './briefing.module.css';
import { useSpanText } from './briefing-words.ts';
import { DealLines } from './deal-lines.tsx';
import { LeftOut } from './left-out.tsx';
import { StreetRow } from './street-row.tsx';
import { useNeighbourhoodName } from './use-neighbourhood-name.ts';
import { useOnePage } from './use-one-page.ts';

/**
 * One sheet of A4, drawn at the size it has on paper: what does not fit on it is named at its foot. It is read
 * in black and white: nothing is said by colour.
 */
export function BriefingSheet(props: {
  readonly briefing: Briefing;
  readonly question: BriefingQuestion;
}) {
  const { briefing, question } = props;
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  const spanText = useSpanText();
  const where = useNeighbourhoodName(question.neighbourhoodId);
  const codes = useCodes();
  const words = useMemo(
    () => ({ briefing, formats, codes, where }),
    [briefing, formats, codes, where],
  );
  const { sheet, rows } = useOnePage(words);
  const shown = briefing.streets.slice(0, rows);
  const left = briefing.streets.slice(shown.length);
  return (
    <article data-print-sheet>
      <div className={classes.scroll} role="region" aria-label={t('sheet')} tabIndex={0}>
        <div className={classes.sheet} ref={sheet}>
          <header className={classes.head}>
            <h2>
              {t('heading', {
                shift: t(`shifts.${question.shift}`),
                hours: spanText(briefing.hours),
                day: formats.longDay(question.day),
              })}
            </h2>
            <p>{[where, t('since', { day: formats.day(briefing.contactsSince) })].join(' · ')}</p>
          </header>
          {briefing.streets.length > 0 && (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('column.street')}</th>
                  <th scope="col">{t('column.what')}</th>
                  <th scope="col">{t('column.why')}</th>
                  <th scope="col">{t('column.signals')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((street) => (
                  <StreetRow key={street.streetId} street={street} />
                ))}
              </tbody>
            </table>
          )}
          <LeftOut streets={left} isSpace={rows === undefined} />
          <DealLines deals={briefing.deals} day={question.day} />
          <footer className={classes.foot}>{t('noNames')}</footer>
        </div>
      </div>
    </article>
  );
}
