import type { SilentDesks } from '../store/directory.ts';

/** Counts and times in the text format of Prometheus, version 0.0.4. Labels hold codes only. */
export interface Metrics {
  request(path: string, status: number, seconds: number): void;
  operations(outcome: string, count: number): void;
  rowsSent(count: number): void;
  listeners(change: 1 | -1): void;
  /** @param silent null where the database could not say it: then nothing stands of it, not even a zero. */
  text(silent: readonly SilentDesks[] | null): string;
}

/** Upper bounds in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const outcomes = new Map<string, number>();
  const times = new Map<string, { counts: number[]; sum: number; count: number }>();
  let rows = 0;
  let listening = 0;
  const add = (counts: Map<string, number>, key: string, count: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + count);
  };

  return {
    request(path, status, seconds) {
      add(requests, `path="${path}",status="${status}"`, 1);
      const time = times.get(path) ?? { counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
      BUCKETS.forEach((bound, index) => {
        if (seconds <= bound) time.counts[index] = (time.counts[index] ?? 0) + 1;
      });
      time.sum += seconds;
      time.count += 1;
      times.set(path, time);
    },
    operations: (outcome, count) => add(outcomes, `outcome="${outcome}"`, count),
    rowsSent(count) {
      rows += count;
    },
    listeners(change) {
      listening += change;
    },
    text(silent) {
      const memory = process.memoryUsage();
      return [
        ...counter('wijkwerk_requests_total', 'Requests answered.', requests),
        ...counter('wijkwerk_operations_total', 'Operations by outcome.', outcomes),
        ...plain('wijkwerk_rows_sent_total', 'Rows sent to desks.', 'counter', rows),
        ...plain('wijkwerk_listeners', 'Desks that wait for pokes.', 'gauge', listening),
        ...(silent === null ? [] : silentDesks(silent)),
        ...plain('process_resident_memory_bytes', 'Memory in use.', 'gauge', memory.rss),
        '# HELP wijkwerk_request_seconds Time until an answer was complete.',
        '# TYPE wijkwerk_request_seconds histogram',
        ...[...times].flatMap(([path, { counts, sum, count }]) => [
          ...BUCKETS.map(
            (bound, index) =>
              `wijkwerk_request_seconds_bucket{path="${path}",le="${bound}"} ${counts[index] ?? 0}`,
          ),
          `wijkwerk_request_seconds_bucket{path="${path}",le="+Inf"} ${count}`,
          `wijkwerk_request_seconds_sum{path="${path}"} ${sum}`,
          `wijkwerk_request_seconds_count{path="${path}"} ${count}`,
        ]),
        '',
      ].join('\n');
    },
  };
}

function counter(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} counter`,
    ...[...counts].map(([labels, count]) => `${name}{${labels}} ${count}`),
  ];
}

function silentDesks(silent: readonly SilentDesks[]): string[] {
  const name = 'wijkwerk_silent_desks';
  return [
    `# HELP ${name} Desks without a word for as long as their zone reports, without those shut out.`,
    `# TYPE ${name} gauge`,
    ...silent.map(({ zoneId, desks }) => `${name}{zone="${zoneId}"} ${desks}`),
  ];
}

function plain(name: string, help: string, type: 'counter' | 'gauge', value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
