import type { Interval } from '#shared/domain/statistics/intervals.ts';

import { CountBar } from '../../../ui/count-bar.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { rounded } from './groups.ts';
import classes from './outcome.module.css';

/** One count of an outcome as a bar, with its number and what it is below. */
export function OutcomeBar(props: {
  readonly count: number;
  readonly interval?: Interval | null;
  readonly isExpected?: boolean;
  /** The value at the top. */
  readonly most: number;
  readonly label: string;
}) {
  const formats = useFormats();
  return (
    <div className={classes.bar}>
      <CountBar
        count={props.count}
        interval={props.interval ?? null}
        most={props.most}
        isExpected={props.isExpected ?? false}
      />
      <strong>{formats.number(rounded(props.count))}</strong>
      <span>{props.label}</span>
    </div>
  );
}
