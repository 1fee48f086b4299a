import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { BoardCard } from '#shared/contract/board.ts';

import { ActionLine } from './action-line.tsx';
import classes from './board.module.css';
import { useBoardWords } from './use-words.ts';

/** What is planned in each street, street by street. */
export function StreetView(props: {
  readonly cards: readonly BoardCard[];
  readonly onReplan: (card: BoardCard) => void;
}) {
  const { t } = useTranslation('board');
  const words = useBoardWords();
  const byStreet = Map.groupBy(
    props.cards.flatMap((card) =>
      card.streets.length === 0
        ? [{ card, id: '', name: '' }]
        : card.streets.map((street) => ({ card, id: street.id, name: words.street(street) })),
    ),
    ({ name }) => name,
  );
  const streets = [...byStreet].sort(([one], [other]) => one.localeCompare(other));
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
          {streets.map(([name, rows]) =>
            rows.map(({ card, id }, at) => (
              <tr key={`${name} ${card.id}`}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={rows.length}>
                    {id === '' ? (
                      t('noStreet')
                    ) : (
                      <Link
                        className={classes.link}
                        to="/streets/$streetId"
                        params={{ streetId: id }}
                      >
                        {name}
                      </Link>
                    )}
                  </th>
                )}
                <td>
                  <Badge variant="light">{t(`state.${card.state}`)}</Badge>
                </td>
                <td>
                  <ActionLine card={card} withStreets={false} onReplan={props.onReplan} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
