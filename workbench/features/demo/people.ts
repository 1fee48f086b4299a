import type { Officer, Partner, Post } from '#shared/domain/people/people.ts';
import type { Area } from '#shared/domain/territory/territory.ts';
import { addDays, type Day, OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes } from '#shared/lib/random.ts';

import type { DemoTown } from './town.ts';

/** The officers who sign in at the demo desk. No such people exist. */
export const DEMO_SIGN_INS: readonly { readonly officerId: Id; readonly displayName: string }[] = [
  { officerId: '01680656-8c00-7000-8000-00000000d001', displayName: 'Noor Voorbeeld' },
  { officerId: '01680656-8c00-7000-8000-00000000d002', displayName: 'Samir Demoen' },
];

/** Who sign in as well where the demo desk has a centre. */
export const DEMO_LEAD = {
  officerId: '01680656-8c00-7000-8000-00000000d003',
  displayName: 'Fien Proefman',
} as const;
export const DEMO_ADMINISTRATOR = {
  officerId: '01680656-8c00-7000-8000-00000000d004',
  displayName: 'Ward Nepbeheer',
} as const;

const COLLEAGUES = [
  DEMO_LEAD.displayName,
  'Bram Verzonnen',
  'Lotte Schijnbaar',
  'Joris Denkbeeld',
  'Amina Oefening',
  'Wout Zogezegd',
  'Hanne Stelvoor',
  'Tibo Fictief',
  'Marieke Probeer',
  'Karim Alsof',
];

/** Neighbourhood codes by the officer who answers for them; a code that no line has is vacant. */
const GEOGRAPHIC: readonly (readonly [officer: number, codes: readonly string[], years: number])[] =
  [
    [0, ['LM01', 'LM02'], 4],
    [1, ['LM06'], 2],
    [2, ['LM03'], 5],
    [3, ['LM04', 'LM12'], 3],
    [4, ['LM05'], 6],
    [5, ['LM07', 'LM10'], 1],
    [6, ['LM08'], 2],
    [7, ['LM11'], 7],
    [8, ['LM13'], 3],
  ];
/** Held until this many days ago, and vacant since. */
const VACATED = { officer: 9, code: 'LM09', daysAgo: 143 } as const;
const THEMATIC = [
  { officer: 10, district: 'LM-D3', theme: 'Leefmilieu en sluikstort' },
  { officer: 11, district: 'LM-D1', theme: 'Scholen en jongeren' },
] as const;

const PARTNERS: readonly (readonly [string, Partner['kind'], string | null])[] = [
  ['Stad Lindermonde, dienst openbare werken', 'municipality', null],
  ['Stad Lindermonde, groendienst', 'municipality', null],
  ['Stad Lindermonde, dienst samenleving', 'municipality', null],
  ['Basisschool De Lindeboom', 'school', 'LM01'],
  ['Basisschool Het Locomotiefje', 'school', 'LM06'],
  ['Dorpsschool Elsterdonk', 'school', 'LM11'],
  ['Middenschool De Vaart', 'school', 'LM07'],
  ['Woonmaatschappij Lindethuis', 'housing', 'LM05'],
  ['Huurdershuis Westerpoort', 'housing', 'LM05'],
  ['Sociaal Huis Lindermonde', 'welfare', null],
  ['Straathoekwerk De Brug', 'welfare', 'LM06'],
  ['Handelaars rond de Grote Markt', 'shopkeepers', 'LM01'],
  ['Buurtcomité Tuinwijk Lindenhof', 'association', 'LM04'],
  ['Jeugdhuis De Sluiswachter', 'association', 'LM02'],
  ['Buurtinformatienetwerk Kouterbos', 'neighbourhood-network', 'LM12'],
];

export interface DemoPeople {
  readonly officers: readonly Officer[];
  readonly posts: readonly Post[];
  readonly partners: readonly Partner[];
}

function colleague(displayName: string, id: Id): Officer {
  return { id: displayName === DEMO_LEAD.displayName ? DEMO_LEAD.officerId : id, displayName };
}

/** Officers, posts and partners of the demo town; whoever owns the file is one of the officers. */
export function makePeople(town: DemoTown, random: Random, today: Day, owner: Officer): DemoPeople {
  const newId = (): Id =>
    makeId(Date.parse(`${town.validFrom}T00:00:00.000Z`), randomBytes(random, 16));
  const signIns = DEMO_SIGN_INS.map(({ officerId, displayName }) => ({
    id: officerId,
    displayName,
  }));
  // A file of somebody else shows the town from the first demo officer's seat.
  const team = signIns.some(({ id }) => id === owner.id) ? signIns : [owner, ...signIns.slice(1)];
  const officers = [...team, ...COLLEAGUES.map((displayName) => colleague(displayName, newId()))];
  const areaOf = (code: string): Area | undefined =>
    town.areas.find((area) => area.officialId === code);

  const post = (
    officer: number,
    code: string,
    theme: string,
    validFrom: Day,
    validTo: Day,
  ): Post[] => {
    const id = newId();
    const officerId = officers[officer]?.id;
    const areaId = areaOf(code)?.id;
    if (officerId === undefined || areaId === undefined) return [];
    const kind = theme === '' ? 'geographic' : 'thematic';
    return [{ id, officerId, kind, areaId, theme, validFrom, validTo }];
  };
  const posts = [
    ...GEOGRAPHIC.flatMap(([officer, codes, years]) =>
      codes.flatMap((code) => post(officer, code, '', addDays(today, -365 * years - 40), OPEN_END)),
    ),
    ...post(
      VACATED.officer,
      VACATED.code,
      '',
      addDays(today, -365 * 4),
      addDays(today, -VACATED.daysAgo),
    ),
    ...THEMATIC.flatMap(({ officer, district, theme }) =>
      post(officer, district, theme, addDays(today, -500), OPEN_END),
    ),
  ];
  const partners = PARTNERS.map(([name, kind, code]) => ({
    id: newId(),
    name,
    kind,
    neighbourhoodId: code === null ? null : (areaOf(code)?.id ?? null),
  }));
  return { officers, posts, partners };
}
