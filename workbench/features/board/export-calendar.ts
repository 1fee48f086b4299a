import { writeFile } from 'node:fs/promises';

import type { CalendarRequest } from '#shared/contract/board.ts';
import type { Language } from '#shared/contract/desk.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import { statesOf } from '#shared/domain/board/board-view.ts';
import { type CalendarEntry, hasAny, icalendarText } from '#shared/domain/board/icalendar.ts';
import { type BoardMeasure, daysAsked } from '#shared/domain/board/occurrences.ts';
import { planDaysOf } from '#shared/domain/board/plan-days.ts';
import { mondayOf } from '#shared/domain/board/week.ts';
import {
  byStreetName,
  eachStreetOnce,
  streetIn,
  streetsIn,
} from '#shared/domain/territory/placed-street.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { type BoardAction, measuresInStates } from '../../store/repositories/board-repository.ts';
import { allCodes } from '../../store/repositories/code-repository.ts';
import { streetsOfStretches } from '../../store/repositories/placed-streets.ts';
import { NO_CONTACTS, recordDisclosure } from '../exports/index.ts';
import type { Transfers } from '../transfers/index.ts';
import { readBoardData } from './board-data.ts';

/**
 * Writes the plan of the shown actions as a calendar that the page can read as a download: an entry over the days of
 * each action, and one for each window of each measure. Titles, aims and notes stay here, since they are typed and may
 * name somebody; so do officers. That it was done is kept before the file is handed over. Throws STORAGE_FULL.
 */
export async function exportCalendar(
  file: OpenFile,
  transfers: Transfers,
  { filter, language, recipient, words }: CalendarRequest,
) {
  const { store } = file;
  const now = store.clock.now();
  const data = await readBoardData(file, filter);
  const measures = await measuresInStates(store.read, statesOf(filter));
  const byAction = Map.groupBy(measures, ({ actionId }) => actionId);
  const names = await namesFor(file, measures, language);
  const entries = data.shown
    .flatMap((action) => {
      const plan = planDaysOf(action);
      if (!plan) return [];
      const days = fromThisWeek(action, plan, data.today);
      const state = words.states[action.state];
      return entriesOf({ id: action.id, state, days }, byAction.get(action.id) ?? [], names);
    })
    .filter(hasAny);
  const text = icalendarText({ name: words.calendarName, language, madeAt: now, entries });
  const bytes = Buffer.from(text, 'utf8');
  const { downloadId, path } = transfers.newPath();
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw code === 'ENOSPC' ? new WorkbenchError('STORAGE_FULL') : cause;
  }
  await recordDisclosure(file, {
    format: 'icalendar',
    items: entries.length,
    include: NO_CONTACTS,
    recipient,
    subject: { what: 'calendar', board: filter },
  });
  transfers.offer(downloadId, path);
  file.log.info('exported', { rows: entries.length });
  const fileName = `${words.fileName}-${dayOf(now)}.ics`;
  return { downloadId, fileName, size: bytes.length, entries: entries.length };
}

interface Names {
  readonly type: (code: string) => string;
  readonly street: (measure: BoardMeasure) => string;
  readonly streets: (measures: readonly BoardMeasure[]) => string;
}

async function namesFor(
  { store }: OpenFile,
  measures: readonly BoardMeasure[],
  language: Language,
): Promise<Names> {
  const codes = await allCodes(store.read);
  const types = new Map(
    codes
      .filter(({ list }) => list === 'task-type')
      .map((one) => [one.code, { nl: '', fr: one.nameFr, en: one.nameEn }[language] || one.nameNl]),
  );
  const streetOf = await streetsOfStretches(store.read, measures);
  return {
    type: (code) => types.get(code) ?? code,
    street: (measure) => streetIn(language, streetOf(measure)),
    streets: (own) =>
      streetsIn(language, eachStreetOnce(own.map(streetOf)).sort(byStreetName(language))),
  };
}

function entriesOf(
  action: { readonly id: Id; readonly state: string; readonly days: Period },
  measures: readonly BoardMeasure[],
  { type, street, streets }: Names,
): readonly CalendarEntry[] {
  const types = new Set(measures.map((measure) => type(measure.type)));
  return [
    {
      uid: action.id,
      summary: [action.state, ...types].join(' · '),
      location: streets(measures),
      at: { kind: 'days', days: action.days },
    },
    ...measures.flatMap((measure) =>
      measure.windows.map((window, index): CalendarEntry => ({
        uid: `${measure.id}-${index}`,
        summary: type(measure.type),
        location: street(measure),
        at: { kind: 'weekly', window, plan: daysAsked(measure, action.days) },
      })),
    ),
  ];
}

/** One that runs and has no first day is written from this week on. */
function fromThisWeek({ startsOn }: BoardAction, plan: Period, today: Day): Period {
  if (startsOn !== null) return plan;
  const monday = mondayOf(today);
  return { from: monday < plan.to ? monday : plan.to, to: plan.to };
}
