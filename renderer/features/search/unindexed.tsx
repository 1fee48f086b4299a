import { useTranslation } from 'react-i18next';

import classes from './search.module.css';

/** Says that what arrived just now cannot be found yet; nothing when everything can. */
export function Unindexed(props: { readonly count: number | undefined }) {
  const { t } = useTranslation('search');
  const { count = 0 } = props;
  return (
    <p className={classes.unindexed} role="status" hidden={count === 0}>
      {count === 0 ? '' : t('unindexed', { count })}
    </p>
  );
}
