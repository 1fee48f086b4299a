import type { SuccessSign } from './sign.ts';
import { type Verdict, VERDICTS } from './vocabulary.ts';

/** Under this share of the planned dose an action was not really tried. */
export const LEAST_DOSE = 0.5;

/**
 * A difference with its interval of 95 %, in the unit of the sign. Of the comparison: how much the sign
 * changed here beyond what it changed in comparable streets; of the surroundings: the same for the
 * streets around. A negative number is fewer.
 */
export interface Difference {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface ClosingEvidence {
  readonly sign: Pick<SuccessSign, 'better' | 'baseline'>;
  /** What was counted of the sign afterwards; null when nobody counted. */
  readonly after: number | null;
  /** Delivered of what was planned, 0 to 1. */
  readonly doseShare: number;
  /** Null when no comparable streets were found, or too little happened to say. */
  readonly comparison: Difference | null;
  readonly surroundings: Difference | null;
  /** A source changed how it counts within the days that are compared. */
  readonly parted: boolean;
  /** A source looks as if it did, and nobody has said yet whether it was so. */
  readonly doubted: boolean;
  /** Enough of the days that are compared is covered by what was brought in; days without a file are no zero. */
  readonly reached: boolean;
}

export const VERDICT_REASONS = [
  'dose-under-half',
  'dose-over-half',
  'not-counted',
  'no-comparison',
  'method-break',
  'method-doubted',
  'not-covered',
  'interval-better',
  'interval-worse',
  'interval-holds-nothing',
  'moved-elsewhere',
  'no-better-than-before',
  'better-than-before',
  'always-open',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

export interface VerdictChoice {
  readonly verdict: Verdict;
  readonly possible: boolean;
  /** Why it is possible, or why not. */
  readonly reason: VerdictReason;
}

/**
 * Which verdicts the evidence leaves open, each with why. Pure: the numbers are worked out elsewhere.
 * Under half of the dose only "not really tried" is left. "Helped" and "worse" need comparable streets
 * with an interval that leaves nothing out; "helped" also that it did not move to the streets around. Counts
 * from before and after a change of method say nothing, as long as nobody said whether there was one neither, nor do
 * days that no file covers.
 */
export function verdictChoices(evidence: ClosingEvidence): readonly VerdictChoice[] {
  if (!(evidence.doseShare >= LEAST_DOSE)) {
    return VERDICTS.map((verdict) => ({
      verdict,
      possible: verdict === 'not-really-tried',
      reason: 'dose-under-half',
    }));
  }
  const silence = silenceOf(evidence);
  if (silence) {
    return VERDICTS.map((verdict) =>
      verdict === 'cannot-tell'
        ? { verdict, possible: true, reason: 'always-open' }
        : {
            verdict,
            possible: false,
            reason: verdict === 'not-really-tried' ? 'dose-over-half' : silence,
          },
    );
  }
  const tell: Readonly<Record<Verdict, Omit<VerdictChoice, 'verdict'>>> = {
    helped: helped(evidence),
    'no-sign': noSign(evidence),
    'cannot-tell': { possible: true, reason: 'always-open' },
    worse: worse(evidence),
    'not-really-tried': { possible: false, reason: 'dose-over-half' },
  };
  return VERDICTS.map((verdict) => ({ verdict, ...tell[verdict] }));
}

/** Why what was counted says nothing; undefined where it may. */
function silenceOf({ parted, doubted, reached }: ClosingEvidence): VerdictReason | undefined {
  if (parted) return 'method-break';
  if (doubted) return 'method-doubted';
  return reached ? undefined : 'not-covered';
}

export function isPossible(evidence: ClosingEvidence, verdict: Verdict): boolean {
  return verdictChoices(evidence).some((choice) => choice.verdict === verdict && choice.possible);
}

type Told = Omit<VerdictChoice, 'verdict'>;

function helped({ sign, after, comparison, surroundings }: ClosingEvidence): Told {
  if (after === null) return { possible: false, reason: 'not-counted' };
  const gain = comparison && gainOf(sign, comparison);
  if (!gain) return { possible: false, reason: 'no-comparison' };
  if (gain.low <= 0) {
    return { possible: false, reason: gain.high < 0 ? 'interval-worse' : 'interval-holds-nothing' };
  }
  const around = surroundings && gainOf(sign, surroundings);
  if (around && around.high < 0) return { possible: false, reason: 'moved-elsewhere' };
  return { possible: true, reason: 'interval-better' };
}

function worse({ sign, after, comparison }: ClosingEvidence): Told {
  if (after === null) return { possible: false, reason: 'not-counted' };
  const gain = comparison && gainOf(sign, comparison);
  if (!gain) return { possible: false, reason: 'no-comparison' };
  if (gain.high < 0) return { possible: true, reason: 'interval-worse' };
  return { possible: false, reason: gain.low > 0 ? 'interval-better' : 'interval-holds-nothing' };
}

function noSign({ sign, after, comparison }: ClosingEvidence): Told {
  if (after === null) return { possible: false, reason: 'not-counted' };
  const gain = comparison && gainOf(sign, comparison);
  if (gain) {
    if (gain.low > 0) return { possible: false, reason: 'interval-better' };
    if (gain.high < 0) return { possible: false, reason: 'interval-worse' };
    return { possible: true, reason: 'interval-holds-nothing' };
  }
  const better = sign.better === 'lower' ? after < sign.baseline : after > sign.baseline;
  return better
    ? { possible: false, reason: 'better-than-before' }
    : { possible: true, reason: 'no-better-than-before' };
}

/** The interval turned so that more is better; undefined for one that is no interval. */
function gainOf(
  { better }: Pick<SuccessSign, 'better'>,
  { low, high }: Difference,
): { readonly low: number; readonly high: number } | undefined {
  if (!(low <= high)) return undefined;
  return better === 'higher' ? { low, high } : { low: -high, high: -low };
}
