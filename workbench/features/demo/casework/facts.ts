import type { StarterReason } from '#shared/domain/contacts/code-lists.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';
import { middleOf, type Position } from '#shared/domain/territory/geometry.ts';
import type { Segment } from '#shared/domain/territory/territory.ts';
import { addDays, type Day, daysBetween } from '#shared/lib/dates.ts';
import { pick, type Random, randomInteger } from '#shared/lib/random.ts';

import { placesOf, StreetChooser } from '../street-chooser.ts';
import type { DemoTown } from '../town.ts';

/** A series of facts, as a table that somebody of the team imports. */
export interface DemoFactTable {
  readonly source: { readonly name: string; readonly origin: 'public'; readonly credit: string };
  readonly fileName: string;
  readonly plan: FactPlan;
  readonly text: string;
}

/** Facts of one kind on these pieces of street, spread evenly over days that are both included. */
export interface FactsOfAction {
  readonly kind: string;
  readonly segments: readonly Segment[];
  readonly count: number;
  readonly from: Day;
  readonly to: Day;
}

interface Kind {
  readonly word: string;
  readonly code: string;
  /** Of contacts: facts lie as these do, though on other hot streets. */
  readonly reason: StarterReason;
  readonly perYear: number;
  readonly hours: readonly [from: number, to: number];
  /** Police found it by looking. */
  readonly isFound?: boolean;
  /** Pieces of street where it comes back all year, and after how many days each time. */
  readonly hot?: { readonly pieces: number; readonly everyDays: number };
}

const REPORTED: readonly Kind[] = [
  {
    word: 'Sluikstort',
    code: 'dumping',
    reason: 'nuisance',
    perYear: 200,
    hours: [7, 22],
    hot: { pieces: 12, everyDays: 6 },
  },
  { word: 'Vernieling', code: 'vandalism', reason: 'nuisance', perYear: 120, hours: [8, 24] },
  {
    word: 'Overlast',
    code: 'nuisance',
    reason: 'neighbour-dispute',
    perYear: 150,
    hours: [16, 24],
  },
  { word: 'Foutparkeren', code: 'parking', reason: 'traffic', perYear: 160, hours: [7, 19] },
];
const RECORDED: readonly Kind[] = [
  { word: 'Inbraak', code: 'burglary', reason: 'victim-after-care', perYear: 80, hours: [8, 24] },
  {
    word: 'Fietsdiefstal',
    code: 'bicycle-theft',
    reason: 'shopkeeper',
    perYear: 130,
    hours: [8, 22],
    hot: { pieces: 12, everyDays: 6 },
  },
  {
    word: 'Diefstal uit voertuig',
    code: 'vehicle-crime',
    reason: 'victim-after-care',
    perYear: 70,
    hours: [18, 24],
  },
  { word: 'Ongeval', code: 'collision', reason: 'traffic', perYear: 90, hours: [7, 20] },
  {
    word: 'Te snel rijden',
    code: 'speeding',
    reason: 'traffic',
    perYear: 140,
    hours: [7, 22],
    isFound: true,
  },
  { word: 'Drugs', code: 'drugs', reason: 'nuisance', perYear: 60, hours: [14, 24], isFound: true },
];
const TABLES = [
  {
    source: {
      name: 'Meldpunt openbaar domein',
      origin: 'public',
      credit: 'Stad Lindermonde (verzonnen)',
    },
    fileName: 'meldpunt.csv',
    prefix: 'M',
    kinds: REPORTED,
  },
  {
    source: {
      name: 'Aangiften en vaststellingen',
      origin: 'public',
      credit: 'Politiezone Lindermonde (verzonnen)',
    },
    fileName: 'aangiften.csv',
    prefix: 'A',
    kinds: RECORDED,
  },
] as const;
const HEADER = 'nummer;dag;uur;soort;bron;straat;lengte;breedte';
const DAYS = 730;
/** A shorter piece is hardly told from the next one. */
const LEAST_METRES = 60;

interface Row {
  readonly day: Day;
  readonly kind: Kind;
  readonly street: string;
  readonly position: Position;
}

/** Two tables of two years of facts up to and with `last`, those that belong to actions among them. */
export function makeFactTables(
  town: DemoTown,
  ofActions: readonly FactsOfAction[],
  random: Random,
  last: Day,
): readonly DemoFactTable[] {
  const streets = placesOf(town, random);
  const chooser = new StreetChooser(streets);
  const names = new Map(town.streets.map(({ id, nameNl }) => [id, nameNl]));
  const treated = new Set(ofActions.flatMap(({ segments }) => segments));
  return TABLES.map(({ kinds, prefix, ...table }): DemoFactTable => {
    const rows = [
      ...kinds.flatMap((kind) => allOver(kind)),
      ...kinds.flatMap((kind) => hotPieces(kind)),
      ...ofActions.flatMap((facts) => {
        const kind = kinds.find(({ code }) => code === facts.kind);
        return kind ? spread(kind, facts) : [];
      }),
    ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
    const lines = rows.map((row, index) =>
      [`${prefix}${String(index + 1).padStart(5, '0')}`, ...cellsOf(row, random)].join(';'),
    );
    return { ...table, plan: planFor(kinds), text: `${[HEADER, ...lines].join('\n')}\n` };
  });

  function allOver(kind: Kind): Row[] {
    return Array.from({ length: Math.round((kind.perYear * DAYS) / 365) }, () => {
      const { segments, addresses, name } = chooser.choose(kind.reason, random);
      const position =
        addresses.length > 0
          ? pick(random, addresses).position
          : middleOf(pick(random, segments).geometry);
      const day = addDays(last, -randomInteger(random, 0, DAYS - 1));
      return { day, kind, street: name, position };
    });
  }

  function hotPieces(kind: Kind): Row[] {
    const { pieces, everyDays } = kind.hot ?? { pieces: 0, everyDays: 1 };
    const chosen = new Set<Segment>();
    while (chosen.size < pieces) {
      const piece = pick(random, chooser.choose(kind.reason, random).segments);
      if (piece.lengthMetres >= LEAST_METRES && !treated.has(piece)) chosen.add(piece);
    }
    const from = addDays(last, 1 - DAYS);
    const count = Math.round(DAYS / everyDays);
    return [...chosen].flatMap((piece) =>
      spread(kind, { segments: [piece], count, from, to: last }),
    );
  }

  function spread(kind: Kind, { segments, count, from, to }: Omit<FactsOfAction, 'kind'>): Row[] {
    const days = daysBetween(from, to) + 1;
    return Array.from({ length: count }, (_, index) => {
      const { streetId, geometry } = segments[index % segments.length] ?? pick(random, segments);
      return {
        day: addDays(from, Math.floor(((index + random()) * days) / count)),
        kind,
        street: names.get(streetId) ?? '',
        position: middleOf(geometry),
      };
    });
  }
}

/** A row of the table but for its number. */
function cellsOf({ day, kind, street, position }: Row, random: Random): readonly string[] {
  const minutes = randomInteger(random, kind.hours[0] * 60, kind.hours[1] * 60 - 1);
  const clock = [Math.floor(minutes / 60), minutes % 60];
  return [
    day,
    clock.map((part) => String(part).padStart(2, '0')).join(':'),
    kind.word,
    kind.isFound === true ? 'vaststelling' : 'melding',
    street,
    ...position.map((degrees) => degrees.toFixed(6)),
  ];
}

function planFor(kinds: readonly Kind[]): FactPlan {
  return {
    columns: {
      externalId: 'nummer',
      date: 'dag',
      time: 'uur',
      kind: 'soort',
      origin: 'bron',
      placeText: 'straat',
      longitude: 'lengte',
      latitude: 'breedte',
    },
    coordinates: 'EPSG:4326',
    kinds: Object.fromEntries(kinds.map(({ word, code }) => [word, code])),
    otherKind: null,
    origins: { melding: 'public', vaststelling: 'police' },
    origin: 'public',
    midnightIsUnknown: true,
    reachMetres: 50,
  };
}
