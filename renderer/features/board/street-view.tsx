import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { BoardCard } from '#shared/contract/board.ts';
import { byStreetName, eachStreetOnce } from '#shared/domain/territory/placed-street.ts';

import { useFormats } from '../../ui/formats.ts';
import { useActionStanding } from '../actions/index.ts';
import { ActionLine } from './action-line.tsx';
import classes from './board.module.css';

/** What is planned in each street, street by street. */
export function StreetView(props: {
  readonly cards: readonly BoardCard[];
  readonly onReplan: (card: BoardCard) => void;
}) {
  const { t } = useTranslation('board');
  const formats = useFormats();
  const standing = useActionStanding();
  const { cards } = props;
  const streets = eachStreetOnce(cards.flatMap((card) => card.streets))
    .sort(byStreetName(formats.language))
    .map((street) => ({
      street,
      rows: cards.filter((card) => card.streets.some(({ id }) => id === street.id)),
    }));
  const elsewhere = cards.filter((card) => card.streets.length === 0);
  const groups = [...(elsewhere.length > 0 ? [{ street: null, rows: elsewhere }] : []), ...streets];
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('street')}</th>
            <th scope="col">{t('stateOf')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ street, rows }) =>
            rows.map((card, at) => (
              <tr key={`${street?.id} ${card.id}`}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={rows.length}>
                    {street === null ? (
                      t('noStreet')
                    ) : (
                      <Link
                        className={classes.link}
                        to="/streets/$streetId"
                        params={{ streetId: street.id }}
                      >
                        {formats.street(street)}
                      </Link>
                    )}
                  </th>
                )}
                <td>
                  <Badge {...(card.late?.kind === 'end' && { color: 'orange' })}>
                    {standing(card)}
                  </Badge>
                </td>
                <td>
                  <ActionLine card={card} isInRow onReplan={props.onReplan} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
