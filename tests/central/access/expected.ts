import {
  applyOperation,
  DELETE_COMMAND,
  ERASE_COMMAND,
} from '#shared/domain/operations/apply-operation.ts';
import { ENTITY_ORDER, rulesOf } from '#shared/domain/operations/entity-registry.ts';
import {
  type EntityRules,
  ownerOf,
  parentOf,
  scopesOf as scopesOfRow,
} from '#shared/domain/operations/entity-rules.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import { OPEN_END } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import type { Role } from '#shared/protocol/account.ts';

import { JUDGEMENT } from '../../../central/access/access.ts';
import type { RightsSnapshot, StoredRow } from '../../../central/store/records.ts';
import { type Relation, TODAY } from './relations.ts';
import type { Sample, SampleSituation } from './sample.ts';
import { sampleOf } from './samples.ts';

/** How the policy says that an operation ends: a code of its own, or that it is done. */
export type Ending = 'done' | string;

export interface Attempted {
  readonly entity: Entity;
  /** `new`, a command, a field, `delete` or `erase`. */
  readonly action: string;
  readonly entityId: Id;
  readonly baseVersion: number;
  readonly change: Change;
  readonly ending: Ending;
}

/** Everything that one officer in one relation may try, with what the policy says of it. */
export interface AccessCase {
  readonly role: Role;
  readonly relation: Relation;
  readonly rights: RightsSnapshot & { readonly account: NonNullable<RightsSnapshot['account']> };
  /** What is there before. */
  readonly rows: readonly StoredRow[];
  /** A row of each entity that is only looked at. */
  readonly looks: readonly { readonly entity: Entity; readonly id: Id; readonly seen: boolean }[];
  readonly attempts: readonly Attempted[];
  /** The version of every row afterwards; 0 for one that must not be there. */
  readonly after: ReadonlyMap<string, number>;
}

/** What is made of nothing, and what each row undergoes, in this order. */
function actionsOf(entity: Entity, rules: EntityRules, situation: SampleSituation) {
  const { fields, other, commands, before = {} } = sampleOf(entity, situation);
  const creating = Object.entries(rules.commands).find(([, { does }]) => does === 'create');
  const made: Change = creating
    ? { kind: 'command', name: creating[0], arguments: fields }
    : { kind: 'patch', fields };
  const command = (name: string, args = {}): Change => ({ kind: 'command', name, arguments: args });
  const changes: (readonly [string, Change])[] = [
    ...Object.entries(rules.commands)
      .filter(([, { does }]) => does === 'patch')
      .map(([name]) => [name, command(name, commands[name])] as const),
    ...Object.keys(rules.fields).map(
      (name) => [name, { kind: 'patch', fields: { [name]: other[name] ?? null } }] as const,
    ),
    ['delete', command(DELETE_COMMAND)],
    ['erase', command(ERASE_COMMAND)],
  ];
  return { made, changes, before };
}

export function accessCase(role: Role, relation: Relation, seed: number): AccessCase {
  const random = seededRandom(seed);
  const newId = (): Id => makeId(Date.parse('2026-01-01'), randomBytes(random, 16));
  const [me, somebody, desk] = [newId(), newId(), newId()];
  const [north, south, northDistrict, southDistrict] = [newId(), newId(), newId(), newId()];
  const areas = [
    { id: northDistrict, kind: 'district', parentId: null },
    { id: southDistrict, kind: 'district', parentId: null },
    { id: north, kind: 'neighbourhood', parentId: northDistrict },
    { id: south, kind: 'neighbourhood', parentId: southDistrict },
  ] as const;
  const { right } = relation;
  const areaIds = {
    neighbourhood: { here: north, elsewhere: south },
    district: { here: northDistrict, elsewhere: southDistrict },
    zone: { here: newId(), elsewhere: newId() },
  };
  const rights: AccessCase['rights'] = {
    account: {
      officerId: me,
      login: 'noor',
      displayName: 'Noor Voorbeeld',
      role,
      disabled: relation.shut === 'account closed',
      bound: true,
    },
    areas,
    rights:
      right === null
        ? []
        : [
            {
              id: newId(),
              officerId: me,
              kind: right.kind,
              areaId: areaIds[right.kind][right.where],
              restricted: right.restricted ?? false,
              validFrom: right.from ?? '2026-01-01',
              validTo: right.to ?? OPEN_END,
            },
          ],
  };
  const [contactId, dossierId] = [newId(), newId()];
  const situation: SampleSituation = {
    authorId: relation.own ? me : somebody,
    neighbourhoodId: relation.row.includes('without') ? null : north,
    restricted: relation.row.includes('restricted'),
    contactId,
    dossierId,
    elsewhere: south,
    anyId: newId(),
  };

  const now = new Map<string, StoredRow>();
  const placed = (entity: Entity, id: Id, row: StoredRow['row']): StoredRow | undefined => {
    const placement = rulesOf(entity)?.placement ?? expectRules(entity);
    const parent = parentOf(placement, row.fields) ?? null;
    const above = parent === null ? undefined : now.get(keyOf(parent));
    if (row.state !== 'present') return { entity, id, row, parent, scopes: [] };
    if (parent !== null && above === undefined) return undefined;
    return {
      entity,
      id,
      row,
      parent,
      scopes: scopesOfRow(placement, row.fields, above?.scopes ?? []),
    };
  };
  const plant = (
    entity: Entity,
    id: Id,
    { fields }: Pick<Sample, 'fields'> = sampleOf(entity, situation),
  ): StoredRow => {
    const row = { version: 1, fields, createdBy: desk, origins: {}, state: 'present' } as const;
    const stored = placed(entity, id, row) ?? expectRules(entity);
    now.set(keyOf(stored), stored);
    return stored;
  };
  const rows = [plant('contact', contactId), plant('dossier', dossierId)];
  const held = JUDGEMENT.scopesOf(rights, TODAY);
  const shutOut = relation.shut === 'desk revoked';

  const looks = ENTITY_ORDER.map((entity) => {
    const row = plant(entity, newId());
    rows.push(row);
    return { entity, id: row.id, seen: !shutOut && row.scopes.some((scope) => held.has(scope)) };
  });

  const attempts: Attempted[] = [];
  const attempt = (
    entity: Entity,
    rules: EntityRules,
    action: string,
    id: Id,
    change: Change,
  ): void => {
    const before = now.get(keyOf({ entity, id }));
    const baseVersion = before?.row.version ?? 0;
    const effect = applyOperation(rules, before?.row, {
      opId: newId(),
      deviceId: me,
      authorId: rights.account?.officerId ?? me,
      madeAt: '2026-06-15T08:00:00.000Z',
      baseVersion,
      change,
    });
    const common = { entity, action, entityId: id, baseVersion, change };
    if (!('row' in effect)) {
      attempts.push({ ...common, ending: shutOut ? 'NOT_SIGNED_IN' : effect.code });
      return;
    }
    const after = placed(entity, id, effect.row) ?? expectRules(entity);
    const ownerId = ownerOf(rules.placement, effect.row.fields);
    const fields = before?.row.fields;
    const question = { rights, day: TODAY, rules, entityId: id, change, row: fields, ownerId };
    const may = JUDGEMENT.mayWrite({ ...question, before: before?.scopes, after: after.scopes });
    if (may && !shutOut && effect.changed) now.set(keyOf(after), after);
    attempts.push({ ...common, ending: shutOut ? 'NOT_SIGNED_IN' : may ? 'done' : 'no-right' });
  };
  const created = new Set<string>();
  for (const entity of ENTITY_ORDER) {
    const rules = rulesOf(entity) ?? expectRules(entity);
    const { made, changes, before } = actionsOf(entity, rules, situation);
    // A person has one row: it is made, changed and removed in this order.
    const aboutMe = rules.self === true && relation.own === true;
    const fresh = aboutMe ? me : newId();
    created.add(keyOf({ entity, id: fresh }));
    attempt(entity, rules, 'new', fresh, made);
    for (const [action, change] of changes) {
      const id = aboutMe ? me : newId();
      const fields = before[action];
      if (!aboutMe) rows.push(plant(entity, id, fields && { fields }));
      attempt(entity, rules, action, id, change);
    }
  }
  const after = new Map([...created].map((key) => [key, 0]));
  for (const [key, { row }] of now) after.set(key, row.version);
  return { role, relation, rights, rows, looks, attempts, after };
}

/** What tells rows apart: an officer and their absence have one id. */
export function keyOf({ entity, id }: { readonly entity: string; readonly id: Id }): string {
  return `${entity} ${id}`;
}

function expectRules(entity: Entity): never {
  throw new Error(`nothing is known of ${entity}`);
}
