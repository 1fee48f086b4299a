import classes from './print-page.module.css';

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
      {props.rows.length > 0 && (
        <div className={classes.scroll} role="region" tabIndex={0} aria-label={props.label}>
          <table className={classes.table}>
            <thead>
              <tr>
                {props.head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
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
