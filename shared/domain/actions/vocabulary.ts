/**
 * Who is affected by a problem: kinds of presence in a street, never a trait of a person. The list is
 * closed, so that nobody adds one.
 */
export const AFFECTED = [
  'residents',
  'shopkeepers',
  'school',
  'on-foot-or-bicycle',
  'drivers',
  'visitors',
  'associations',
  'staff',
] as const;

/** The ladder of means, the lightest first; rules rest on its order. */
export const MEANS = [
  'talk',
  'information',
  'mediation',
  'agreement',
  'warning',
  'partner',
  'administrative-fine',
  'official-report',
  'coercion',
] as const;
export type Means = (typeof MEANS)[number];

/** Means that weigh on somebody against their will: each needs its grounds and a second pair of eyes. */
const HEAVY: ReadonlySet<Means> = new Set(['administrative-fine', 'official-report', 'coercion']);

export function isHeavy(means: Means): boolean {
  return HEAVY.has(means);
}

/** Everything lighter than `means`, the lightest first. */
export function lighterThan(means: Means): readonly Means[] {
  return MEANS.slice(0, MEANS.indexOf(means));
}

/** How an action ended. */
export const VERDICTS = ['helped', 'no-sign', 'cannot-tell', 'worse', 'not-really-tried'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What of a dossier may go out to a partner; those of {@link PERSONAL_FIELDS} only with a ground. `contact` is who of the
 * team by name.
 */
export const FIELDS_OUT = ['place', 'problem', 'times', 'measures', 'contact', 'persons'] as const;
export type FieldOut = (typeof FIELDS_OUT)[number];
export const PERSONAL_FIELDS: ReadonlySet<FieldOut> = new Set(['persons']);

/** The longest title, in UTF-16 code units. */
export const LONGEST_TITLE = 160;
export const MOST_SEGMENTS = 60;
export const MOST_LINKS = 500;
export const MOST_WINDOWS = 21;
