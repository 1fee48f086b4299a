import type { Clock, Log, LogFacts } from '../ports/ports.ts';

/** Where lines go: a stream of Node, or anything that takes text. */
export interface LineSink {
  write(line: string): unknown;
}

const CODE = /^[\w.:-]{1,80}$/;

/**
 * One JSON object per line. A fact that is neither a number, a yes/no nor a plain code is replaced by
 * "(withheld)": a mistake at a call must not put somebody's name into a file.
 */
export function jsonLinesLog(stream: LineSink, clock: Clock): Log {
  const line =
    (level: string) =>
    (event: string, facts: LogFacts = {}) => {
      const safe = Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => [
          name,
          typeof fact === 'string' && !CODE.test(fact) ? '(withheld)' : fact,
        ]),
      );
      stream.write(`${JSON.stringify({ at: clock.now(), level, event, ...safe })}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
