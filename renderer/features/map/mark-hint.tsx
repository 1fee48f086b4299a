import { useTranslation } from 'react-i18next';

import { useCodes } from '../../client/codes.ts';
import type { ContactMark } from '../../map/contact-marks.ts';
import { useFormats } from '../../ui/formats.ts';
import classes from './map-page.module.css';

/** What stands in the bubble over a contact, or over several. */
export function MarkHint(props: { readonly mark: ContactMark }) {
  const { mark } = props;
  const { t } = useTranslation('map');
  const codes = useCodes();
  const formats = useFormats();
  const only = mark.point;
  if (only) {
    return (
      <>
        <strong>{codes.name('contact-reason', only.reason)}</strong>
        <br />
        {formats.recentMoment(only.occurredAt)}
      </>
    );
  }
  return (
    <>
      <strong>{t('group', { shown: formats.number(mark.count) })}</strong>
      {mark.shares.map(({ family, count }) => (
        <span key={family} className={classes.share}>
          {formats.number(count)} {t(`family.${family}`)}
        </span>
      ))}
      <em className={classes.share}>{t('groupHelp')}</em>
    </>
  );
}
