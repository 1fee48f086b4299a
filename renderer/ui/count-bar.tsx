import type { Interval } from '#shared/domain/statistics/intervals.ts';

import classes from './count-bar.module.css';

/** Height in CSS pixels of the bar that reaches the top. */
const HEIGHT = 120;

/**
 * A count as a bar, and as a line with ends the interval that it, or what was to be expected, lies in.
 *
 * @param props.most the value at the top; what lies beyond is cut off.
 * @param props.isPart drawn paler: it was counted on some of its days only.
 * @param props.isExpected drawn as an outline: it was not counted.
 */
export function CountBar(props: {
  readonly count: number;
  readonly interval: Interval | null;
  readonly most: number;
  readonly isPart?: boolean;
  readonly isExpected?: boolean;
}) {
  const { count, interval, most } = props;
  const at = (value: number): number =>
    HEIGHT - (HEIGHT * Math.min(most, Math.max(0, value))) / (most || 1);
  return (
    <svg width="100%" height={HEIGHT} className={classes.plot}>
      <rect
        className={props.isExpected ? classes.expected : classes.bar}
        data-part={props.isPart}
        y={at(count)}
        width="100%"
        height={HEIGHT - at(count)}
      />
      {interval && (
        <>
          <line
            className={classes.whisker}
            x1="50%"
            x2="50%"
            y1={at(interval.low)}
            y2={at(interval.high)}
          />
          <line
            className={classes.whisker}
            x1="35%"
            x2="65%"
            y1={at(interval.low)}
            y2={at(interval.low)}
          />
          <line
            className={classes.whisker}
            x1="35%"
            x2="65%"
            y1={at(interval.high)}
            y2={at(interval.high)}
          />
        </>
      )}
    </svg>
  );
}
