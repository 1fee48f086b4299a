import type { Day } from '#shared/lib/dates.ts';

/** How who asks stands to a row: by right, by where the row lies, and by whose it is. */
export interface Relation {
  readonly text: string;
  /** `here` is where the row lies, or its district; null for an officer without any right. */
  readonly right: {
    readonly kind: 'neighbourhood' | 'district' | 'zone';
    readonly where: 'here' | 'elsewhere';
    readonly restricted?: true;
    readonly from?: Day;
    readonly to?: Day;
  } | null;
  readonly row:
    'plain' | 'restricted' | 'without neighbourhood' | 'restricted, without neighbourhood';
  /** The row was written by who asks; an officer's row is about that officer. */
  readonly own?: true;
  readonly shut?: 'account closed' | 'desk revoked';
}

/** The day on which everything is tried, as the zone's clock says it. */
export const TODAY: Day = '2026-06-15';
const TOMORROW: Day = '2026-06-16';

const here = { kind: 'neighbourhood', where: 'here' } as const;
const elsewhere = { kind: 'neighbourhood', where: 'elsewhere' } as const;
const district = { kind: 'district', where: 'here' } as const;

export const RELATIONS: readonly Relation[] = [
  { text: 'its neighbourhood', right: here, row: 'plain' },
  { text: 'its district', right: district, row: 'plain' },
  { text: 'the zone', right: { kind: 'zone', where: 'here' }, row: 'plain' },
  { text: 'another neighbourhood', right: elsewhere, row: 'plain' },
  { text: 'another district', right: { ...district, where: 'elsewhere' }, row: 'plain' },
  { text: 'no right', right: null, row: 'plain' },
  { text: 'its neighbourhood, until yesterday', right: { ...here, to: TODAY }, row: 'plain' },
  { text: 'its neighbourhood, from tomorrow', right: { ...here, from: TOMORROW }, row: 'plain' },
  { text: 'own; its neighbourhood', right: here, row: 'plain', own: true },
  { text: 'own; another neighbourhood', right: elsewhere, row: 'plain', own: true },
  { text: 'restricted; its neighbourhood', right: here, row: 'restricted' },
  {
    text: 'restricted; its neighbourhood, named',
    right: { ...here, restricted: true },
    row: 'restricted',
  },
  {
    text: 'restricted; its district, named',
    right: { ...district, restricted: true },
    row: 'restricted',
  },
  {
    text: 'restricted; the zone, named',
    right: { kind: 'zone', where: 'here', restricted: true },
    row: 'restricted',
  },
  {
    text: 'restricted; another neighbourhood, named',
    right: { ...elsewhere, restricted: true },
    row: 'restricted',
  },
  {
    text: 'restricted; its neighbourhood, named until yesterday',
    right: { ...here, restricted: true, to: TODAY },
    row: 'restricted',
  },
  { text: 'restricted, own; its neighbourhood', right: here, row: 'restricted', own: true },
  {
    text: 'restricted, own; the zone',
    right: { kind: 'zone', where: 'here' },
    row: 'restricted',
    own: true,
  },
  {
    text: 'restricted, own; another neighbourhood',
    right: elsewhere,
    row: 'restricted',
    own: true,
  },
  { text: 'restricted, own; no right', right: null, row: 'restricted', own: true },
  { text: 'without neighbourhood', right: here, row: 'without neighbourhood' },
  { text: 'without neighbourhood, own', right: here, row: 'without neighbourhood', own: true },
  {
    text: 'restricted, without neighbourhood, own; another neighbourhood',
    right: elsewhere,
    row: 'restricted, without neighbourhood',
    own: true,
  },
  {
    text: 'restricted, without neighbourhood; named',
    right: { ...here, restricted: true },
    row: 'restricted, without neighbourhood',
  },
  { text: 'account closed; its neighbourhood', right: here, row: 'plain', shut: 'account closed' },
  {
    text: 'account closed; own',
    right: here,
    row: 'restricted',
    own: true,
    shut: 'account closed',
  },
  { text: 'desk revoked; its neighbourhood', right: here, row: 'plain', shut: 'desk revoked' },
];
