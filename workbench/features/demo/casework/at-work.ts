import { addDays, type Day, dayInterval, type Instant, isValidOn } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes } from '#shared/lib/random.ts';

import type { OpenFile } from '../../../context.ts';
import { DEMO_LEAD, type DemoPeople } from '../people.ts';
import type { Team } from '../team.ts';
import type { DossierPlace } from './places.ts';
import type { ActionPlan, DossierPlan, Who } from './plan.ts';

const MINUTE = 60_000;

/** A dossier of the demo that is being written. */
export interface DossierAtWork {
  readonly id: Id;
  readonly plan: DossierPlan;
  readonly place: DossierPlace;
  readonly actions: readonly ActionAtWork[];
}

export interface ActionAtWork {
  readonly id: Id;
  readonly plan: ActionPlan;
  readonly dossier: Pick<DossierAtWork, 'id' | 'plan' | 'place'>;
}

/** Who does what when, in the demo. */
export class AtWork {
  readonly today: Day;
  readonly #team: Team;
  readonly #people: DemoPeople;
  readonly #random: Random;

  constructor(team: Team, people: DemoPeople, random: Random, today: Day) {
    this.#team = team;
    this.#people = people;
    this.#random = random;
    this.today = today;
  }

  day(fromToday: number): Day {
    return addDays(this.today, fromToday);
  }

  /** @param minutes since midnight in Brussels. */
  moment(fromToday: number, minutes: number): Instant {
    return new Date(
      Date.parse(dayInterval(this.day(fromToday))[0]) + minutes * MINUTE,
    ).toISOString();
  }

  newId(at: Instant): Id {
    return makeId(Date.parse(at), randomBytes(this.#random, 16));
  }

  /** The file before this officer, so many days from today. */
  desk(
    who: Who,
    { place }: Pick<DossierAtWork, 'place'>,
    fromToday: number,
    minutes = 600,
  ): OpenFile {
    return this.#team(this.officer(who, place), this.moment(fromToday, minutes));
  }

  officer(who: Who, { areaId }: DossierPlace): Id {
    if (who === 'lead') return DEMO_LEAD.officerId;
    const own = this.#people.posts.find(
      (post) => post.kind === 'geographic' && post.areaId === areaId && isValidOn(post, this.today),
    )?.officerId;
    if (who === 'own') return own ?? DEMO_LEAD.officerId;
    const [first, second] = this.#people.officers;
    return (own === first?.id ? second?.id : first?.id) ?? '';
  }

  partner(wanted: string): Id {
    const found = this.#people.partners.find(({ name }) => name === wanted);
    if (!found) throw new RangeError(`the demo has no partner ${wanted}`);
    return found.id;
  }
}
