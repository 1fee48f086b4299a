import type { Means } from './vocabulary.ts';

/** What belongs to a kind of problem, by the starter codes of the zone's lists. */
export interface ProblemTasks {
  /** Kinds of recorded facts that usually are this problem; a dossier may name others. */
  readonly factKinds: readonly string[];
  /** Tasks that are usually tried first, the lightest first. */
  readonly types: readonly string[];
}

const NONE: ProblemTasks = { factKinds: [], types: [] };

/**
 * A starting point, not evidence: what is usually tried for a kind of problem. A code that a zone added
 * itself has none, and gets its proposals from the library of lessons alone.
 */
const TASKS: Readonly<Partial<Record<string, ProblemTasks>>> = {
  'unadapted-speed': {
    factKinds: ['speeding', 'collision'],
    types: ['school-surroundings', 'speed-check', 'works'],
  },
  'dumping-litter': { factKinds: ['dumping'], types: ['presence', 'consultation', 'works'] },
  'aggressive-driving': {
    factKinds: ['speeding', 'collision'],
    types: ['presence', 'speed-check', 'works'],
  },
  'nuisance-parking': { factKinds: ['parking'], types: ['presence', 'consultation', 'works'] },
  'traffic-noise': { factKinds: ['speeding'], types: ['consultation', 'speed-check'] },
  'heavy-transport': { factKinds: ['access-restriction'], types: ['presence', 'consultation'] },
  'home-burglary': {
    factKinds: ['burglary'],
    types: ['burglary-revisit', 'prevention-advice', 'neighbourhood-network'],
  },
  'noise-by-neighbours': { factKinds: ['nuisance'], types: ['mediation', 'consultation'] },
  'bicycle-theft': {
    factKinds: ['bicycle-theft'],
    types: ['bicycle-prevention', 'prevention-advice', 'presence'],
  },
  'car-theft-damage': { factKinds: ['vehicle-crime'], types: ['prevention-advice', 'presence'] },
  vandalism: { factKinds: ['vandalism'], types: ['presence', 'consultation'] },
  'drug-nuisance': { factKinds: ['drugs'], types: ['presence', 'consultation'] },
};

export function tasksOfProblem(problem: string): ProblemTasks {
  return (Object.hasOwn(TASKS, problem) ? TASKS[problem] : undefined) ?? NONE;
}

/**
 * The problem, and those that usually are the same kinds of facts: what is said of one tells when the other happens.
 * In the order of the list.
 *
 * @param factKinds the kinds of facts that the problem is here.
 */
export function relatedProblems(problem: string, factKinds: readonly string[]): readonly string[] {
  const others = Object.entries(TASKS).filter(([, tasks]) =>
    tasks?.factKinds.some((kind) => factKinds.includes(kind)),
  );
  return [...new Set([problem, ...others.map(([code]) => code)])];
}

const RUNGS: Readonly<Partial<Record<string, Means>>> = {
  consultation: 'talk',
  mediation: 'mediation',
  works: 'partner',
};

/** The step of the ladder that a task usually is; never one that weighs on somebody. */
export function usualRung(type: string): Means {
  return (Object.hasOwn(RUNGS, type) ? RUNGS[type] : undefined) ?? 'information';
}
