import type { ReactNode } from 'react';

import classes from './facts.module.css';

/** Names and values, one pair a row; a row without a value is left out. */
export function Facts(props: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {props.rows
        .filter(
          ([, value]) => value !== '' && value !== null && value !== undefined && value !== false,
        )
        .map(([name, value]) => (
          <div key={name} className={classes.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
