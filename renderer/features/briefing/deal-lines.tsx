import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { BriefedDeal } from '#shared/contract/briefing.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './briefing.module.css';

/** How many stand on the sheet; the rest is counted. */
const MOST_DEALS = 4;

/** What was agreed with partners and is due: who does what, and since when it is late. */
export function DealLines(props: { readonly deals: readonly BriefedDeal[]; readonly day: Day }) {
  const { deals, day } = props;
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  if (deals.length === 0) return null;
  const more = deals.length - MOST_DEALS;
  return (
    <section className={classes.deals}>
      <h3>{t('deals')}</h3>
      <ul>
        {deals.slice(0, MOST_DEALS).map((deal) => (
          <li key={`${deal.id} ${deal.side}`}>
            <span className={classes.box} aria-hidden />
            <b>{deal.side === 'they' ? deal.partnerName : t('we', { name: deal.partnerName })}</b>
            {t('colon')}
            <Link
              to="/actions/$actionId"
              params={{ actionId: deal.actionId }}
              search={{ dossier: deal.dossierId }}
            >
              {deal.what === '' ? t('unsaid') : deal.what}
            </Link>
            {deal.dueOn < day ? `, ${t('overdueSince', { day: formats.day(deal.dueOn) })}` : null}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('moreDeals', { count: more, total: formats.number(more) })}</p>}
    </section>
  );
}
