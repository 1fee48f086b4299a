import type { Id } from '../../lib/ids.ts';
import { ONCE } from './measure.ts';
import { tasksOfProblem } from './problem-tasks.ts';
import {
  type HoursOfSigns,
  type ProposedWindows,
  proposedWindows,
  type WindowReason,
} from './propose-windows.ts';
import type { TimeWindow } from './time-window.ts';
import { type DoseReason, type MeasureDose, proposedDose } from './usual-dose.ts';
import type { Verdict } from './vocabulary.ts';

/** Fewer contacts and facts about the problem than this say too little to propose anything. */
export const FEWEST_SIGNS = 5;
/** More than this on one stretch is a list, not a proposal. */
export const MOST_PROPOSALS = 3;
/** An action about the same problem that ended, as the library has it. */
export interface TriedBefore {
  readonly lessonId: Id;
  readonly types: readonly string[];
  readonly verdict: Verdict;
  readonly learned: string;
  readonly conditions: string;
  /** How much of each task it was, stretch by stretch, by its code, where that is known here. */
  readonly doses: Readonly<Partial<Record<string, readonly MeasureDose[]>>>;
}

/** How much is known of a problem at a place, in the counted months. */
export interface Signs {
  /** Contacts there that name the problem. */
  readonly contacts: number;
  /** Recorded facts of its kinds. What police found is not among them: it says where they looked. */
  readonly facts: number;
}

/** What is known of a stretch about the problem of its dossier. */
export interface StretchEvidence extends Signs {
  readonly segmentId: Id;
  readonly problem: string | null;
  /** The whole street, this stretch included. */
  readonly street: Signs & {
    /** Contacts and facts that lie on none of its stretches: they may be of any. */
    readonly unplaced: number;
  };
  readonly hours: HoursOfSigns;
  /** When it happens, in the words of the dossier. */
  readonly saidWindows: readonly TimeWindow[];
  /** Lessons about the same problem, in whatever order. */
  readonly tried: readonly TriedBefore[];
  /** Tasks that the zone's library has today. */
  readonly library: ReadonlySet<string>;
  /** Tasks that are planned on the stretch already, or were refused for it. */
  readonly settled: ReadonlySet<string>;
}

export type ProposalReason =
  /** It was part of `helped` of the `ended` actions about this problem that could be judged. */
  | {
      readonly kind: 'helped';
      readonly helped: number;
      readonly ended: number;
      readonly lessonId: Id;
      readonly learned: string;
      readonly conditions: string;
    }
  /** It is usually tried for this problem, of which this many signs are known there. */
  | ({ readonly kind: 'fits' } & Basis);

/** What proposals rest on: the stretch itself, or its street where the stretch alone says too little. */
export const BASIS_PLACES = ['stretch', 'street'] as const;
export interface Basis extends Signs {
  readonly place: (typeof BASIS_PLACES)[number];
}

export interface MeasureProposal extends MeasureDose {
  readonly type: string;
  readonly windows: readonly TimeWindow[];
  readonly why: ProposalReason;
  readonly when: WindowReason;
  readonly dose: DoseReason;
}

export const PROPOSAL_STANDINGS = ['no-problem', 'too-little', 'nothing-fits', 'proposed'] as const;
export type ProposalStanding = (typeof PROPOSAL_STANDINGS)[number];

export interface StretchProposals {
  readonly standing: ProposalStanding;
  /** Null where too little is known, or no problem. */
  readonly basis: Basis | null;
  /** Those that helped most often first, then those that usually fit. */
  readonly proposals: readonly MeasureProposal[];
  /** Tasks that would fit, but never helped where they were tried. */
  readonly leftOut: readonly { readonly type: string; readonly ended: number }[];
}

/**
 * Measures that may be worth choosing on a stretch, each with why. Pure and without memory: it plans nothing,
 * and the same evidence gives the same proposals. Nothing is proposed below {@link FEWEST_SIGNS}, on a stretch that
 * nothing speaks of, or of a means that weighs on somebody: whoever needs one goes by the ladder of means.
 */
export function proposeMeasures(evidence: StretchEvidence): StretchProposals {
  const { problem, library, settled } = evidence;
  if (problem === null) return none('no-problem');
  const basis = basisOf(evidence);
  if (!basis) return none('too-little');
  const usual = tasksOfProblem(problem).types;
  const records = recordsOf(evidence.tried);
  const open = [...new Set([...records.keys(), ...usual])].filter(
    (type) => library.has(type) && !settled.has(type),
  );
  const { windows, when } = proposedWindows(evidence.hours, evidence.saidWindows);
  const ranked = open
    .map((type) => ({ type, record: records.get(type), place: usual.indexOf(type) }))
    .sort(byRecord);
  const proposals = ranked.flatMap(({ type, record, place }): MeasureProposal[] => {
    const dose = proposedDose(type, windows, record?.doses ?? []);
    const times = dose.timesPerWeek === ONCE ? AT_ANY_TIME : { windows, when };
    if (record?.best) {
      const { lessonId, learned, conditions } = record.best;
      const { helped, ended } = record;
      const why = { kind: 'helped', helped, ended, lessonId, learned, conditions } as const;
      return [{ type, ...dose, ...times, why }];
    }
    if (record || place < 0) return [];
    return [{ type, ...dose, ...times, why: { kind: 'fits', ...basis } }];
  });
  const leftOut = ranked.flatMap(({ type, record }) =>
    record && !record.best ? [{ type, ended: record.ended }] : [],
  );
  if (proposals.length === 0) return { ...none('nothing-fits'), basis, leftOut };
  return { standing: 'proposed', basis, proposals: proposals.slice(0, MOST_PROPOSALS), leftOut };
}

const AT_ANY_TIME: ProposedWindows = { windows: [], when: { kind: 'once' } };

function basisOf({ contacts, facts, street }: StretchEvidence): Basis | undefined {
  const own = contacts + facts;
  if (own >= FEWEST_SIGNS) return { place: 'stretch', contacts, facts };
  const mayBeHere = own + street.unplaced > 0;
  if (!mayBeHere || street.contacts + street.facts < FEWEST_SIGNS) return undefined;
  return { place: 'street', contacts: street.contacts, facts: street.facts };
}

function none(standing: ProposalStanding): StretchProposals {
  return { standing, basis: null, proposals: [], leftOut: [] };
}

interface Standing {
  readonly helped: number;
  readonly ended: number;
  /** The newest lesson in which it helped. */
  readonly best: TriedBefore | undefined;
  /** Of those in which it helped, the newest last. */
  readonly doses: readonly (readonly MeasureDose[])[];
}

/** What could not be judged, or was not really tried, speaks neither for nor against. */
const JUDGED: ReadonlySet<Verdict> = new Set(['helped', 'no-sign', 'worse']);

/** Per task how often it was part of what helped. Ids carry their time: the largest is the newest. */
function recordsOf(tried: readonly TriedBefore[]): ReadonlyMap<string, Standing> {
  const records = new Map<string, Standing>();
  const judged = tried
    .filter(({ verdict }) => JUDGED.has(verdict))
    .sort((one, other) => (one.lessonId < other.lessonId ? -1 : 1));
  for (const lesson of judged) {
    for (const type of new Set(lesson.types)) {
      const known = records.get(type) ?? { helped: 0, ended: 0, best: undefined, doses: [] };
      const helped = lesson.verdict === 'helped';
      records.set(type, {
        helped: known.helped + (helped ? 1 : 0),
        ended: known.ended + 1,
        best: helped ? lesson : known.best,
        doses: helped ? [...known.doses, lesson.doses[type] ?? []] : known.doses,
      });
    }
  }
  return records;
}

interface Ranked {
  readonly type: string;
  readonly record: Standing | undefined;
  readonly place: number;
}

function byRecord(one: Ranked, other: Ranked): number {
  return (
    shareOf(other) - shareOf(one) ||
    (other.record?.helped ?? 0) - (one.record?.helped ?? 0) ||
    placeOf(one) - placeOf(other) ||
    (one.type < other.type ? -1 : 1)
  );
}

function shareOf({ record }: Ranked): number {
  return record ? record.helped / record.ended : 0;
}

function placeOf({ place }: Ranked): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
