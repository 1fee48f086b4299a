import type {
  Act,
  CentreModel,
  ModelOperation,
  ModelRow,
  Officer,
  Outcome,
} from './centre-model.ts';

/** Where a desk's process may end in the middle of a round. */
export const CRASH_POINTS = [
  'before-push',
  'after-push',
  'pushed',
  'epoch-changed',
  'before-apply',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

export class ModelCrash extends Error {}

/** A row as a desk shows it. */
export interface ShownRow {
  readonly id: string;
  readonly kind: ModelRow['kind'];
  readonly contactId: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** What a desk knows: what it last heard from the centre, and what its officer has done. */
export interface DeskModel {
  readonly officer: Officer;
  /** Its application is older: it does not know what a feeling is. */
  older: boolean;
  offline: boolean;
  readonly operations: readonly ModelOperation[];
  /** How an operation ended, as far as the desk has heard. */
  endOf(operation: ModelOperation): { outcome: Outcome; asks: boolean } | undefined;
  /** The centre's rows, as it last told them. */
  readonly known: ReadonlyMap<string, ModelRow>;
  /** What its screens show. */
  shown(): readonly ShownRow[];
  act(rowId: string, act: Act, contactId?: string | null): void;
  /** A round, which may break off. */
  round(crash?: CrashPoint): void;
}

export function deskModel(desk: number, centre: CentreModel, officer: Officer): DeskModel {
  const operations: ModelOperation[] = [];
  const creations = new Set<number>();
  /** What the centre had, and lost when it was restored. */
  const lost = new Set<number>();
  const ends = new Map<number, { outcome: Outcome; asks: boolean }>();
  let known = new Map<string, ModelRow>();
  let understood = new Set<string>();
  let knownEpoch = centre.epoch;
  let epoch = centre.epoch;
  let pushed = 0;

  const push = (at: (point: CrashPoint) => void): void => {
    for (;;) {
      const batch = operations.filter(({ seq }) => seq > pushed);
      if (batch.length === 0) return;
      at('before-push');
      if (epoch !== centre.epoch) {
        beginEpoch(at);
        continue;
      }
      for (const operation of batch) centre.decide(operation, officer);
      at('after-push');
      pushed = operations.length;
      at('pushed');
    }
  };
  /** What a restored centre does not know any more is as if it had never been sent. */
  const beginEpoch = (at: (point: CrashPoint) => void): void => {
    epoch = centre.epoch;
    const held = pushed;
    pushed = centre.lastOf(desk);
    for (const { seq } of operations.slice(pushed)) {
      const end = ends.get(seq)?.outcome;
      if (end === undefined ? seq <= held : end !== 'rejected') lost.add(seq);
      ends.delete(seq);
    }
    at('epoch-changed');
  };
  const hear = (): void => {
    known = new Map(
      [...centre.rows].filter(
        ([, row]) => row.state === 'present' && officer.areas.has(centre.areaOf(row)),
      ),
    );
    knownEpoch = epoch;
    understood = new Set(
      [...known.values()]
        .filter((row) => {
          const contact = row.contactId === null ? row : known.get(row.contactId);
          return !model.older || contact?.said['feeling'] === undefined;
        })
        .map(({ id }) => id),
    );
    for (const operation of operations) {
      const end = centre.decided(desk, operation.seq);
      if (end === undefined) continue;
      const { seq, act } = operation;
      // What the centre once had and erased, is erased here too.
      const wasThere = lost.has(seq) || ends.get(seq)?.outcome === 'quarantined';
      if (end.erased && wasThere) operation.act = { does: 'forgotten' };
      lost.delete(seq);
      ends.set(seq, end);
      const taken = end.outcome === 'accepted' || end.outcome === 'merged';
      const says = act.does === 'create' || act.does === 'change';
      if (taken && says && !known.has(operation.rowId)) operation.act = { does: 'forgotten' };
    }
  };

  const model: DeskModel = {
    officer,
    older: false,
    offline: false,
    operations,
    endOf: ({ seq }) => ends.get(seq),
    get known() {
      return known;
    },
    shown() {
      const rows = new Map<string, ShownRow>();
      for (const row of known.values()) if (understood.has(row.id)) rows.set(row.id, shownOf(row));
      for (const operation of operations) {
        const end = ends.get(operation.seq)?.outcome;
        if (end === 'accepted' || end === 'merged') continue;
        // What was not taken is shown as long as the centre has nothing of its own to show.
        if (end === undefined || !known.has(operation.rowId)) showOn(rows, operation);
      }
      return [...rows.values()];
    },
    act(rowId, act, contactId = null) {
      const needs = operations
        .filter(({ seq, rowId: other }) => creations.has(seq) && [rowId, contactId].includes(other))
        .filter(({ seq }) => !['accepted', 'merged'].includes(ends.get(seq)?.outcome ?? ''))
        .map(({ seq }) => seq);
      const version = known.get(rowId)?.version ?? 0;
      const seq = operations.length + 1;
      const knew = { version, epoch: knownEpoch };
      operations.push({ desk, seq, rowId, act, knew, needs });
      if (act.does === 'create') creations.add(seq);
    },
    round(crash) {
      const at = (point: CrashPoint): void => {
        if (point === crash) throw new ModelCrash();
      };
      push(at);
      if (epoch !== centre.epoch) {
        beginEpoch(at);
        push(at);
      }
      at('before-apply');
      hear();
    },
  };
  return model;
}

function shownOf({ id, kind, contactId, said }: ModelRow): ShownRow {
  const values = Object.fromEntries(Object.entries(said).map(([name, { value }]) => [name, value]));
  return { id, kind, contactId, values };
}

function showOn(rows: Map<string, ShownRow>, { rowId: id, act }: ModelOperation): void {
  const row = rows.get(id);
  switch (act.does) {
    case 'create':
      rows.set(id, { id, ...act.row, values: act.values });
      break;
    case 'change':
      if (row) rows.set(id, { ...row, values: { ...row.values, ...act.values } });
      break;
    case 'delete':
    case 'erase':
      for (const other of [...rows.values()]) {
        if (other.id === id || other.contactId === id) rows.delete(other.id);
      }
      break;
    case 'forgotten':
      break;
  }
}
