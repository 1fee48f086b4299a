import { useMemo } from 'react';

import classes from './print-page.module.css';
import { wordWidths } from './word-widths.ts';

/** A sheet of paper: what it says in its head, then a table with its head on each sheet. */
export function Sheet(props: {
  readonly heading: string;
  readonly about: readonly (readonly [label: string, value: string])[];
  readonly count: string;
  /** What the table is called. */
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}) {
  const { head, rows } = props;
  const widths = useMemo(() => wordWidths([head, ...rows.map(({ cells }) => cells)]), [head, rows]);
  return (
    <article className={classes.sheet} data-print-sheet>
      <h2>{props.heading}</h2>
      <dl className={classes.about}>
        {props.about.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{props.count}</p>
      {rows.length > 0 && (
        <div className={classes.scroll} role="region" tabIndex={0} aria-label={props.label}>
          <table className={classes.table}>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, index) => (
                    <td key={index} style={widthOf(widths[index])}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}

/** In signs of the width of a digit, beside the padding. */
function widthOf(signs: number | undefined): { readonly minWidth: string } | undefined {
  return signs ? { minWidth: `calc(${signs}ch + 0.8rem)` } : undefined;
}
