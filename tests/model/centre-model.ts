/**
 * What a centre does with operations, in the plainest words there are: no scopes, no feed, no transactions,
 * no schemas. It is written apart from the product, so that both can be wrong only in the same way by
 * chance.
 */

export type Outcome = 'accepted' | 'merged' | 'rejected' | 'quarantined';

/** The last change of one value: in which version of its row, by which desk. */
interface Said {
  readonly value: string;
  readonly version: number;
  readonly desk: number;
}

export interface ModelRow {
  readonly kind: 'contact' | 'promise' | 'amendment';
  readonly id: string;
  /** Of promises and amendments. */
  readonly contactId: string | null;
  readonly version: number;
  /** The desk that made it: of whatever was never changed, its first version is theirs. */
  readonly madeBy: number;
  readonly state: 'present' | 'deleted' | 'erased';
  readonly said: Readonly<Record<string, Said>>;
}

/** What somebody did at a desk. */
export type Act =
  | {
      readonly does: 'create';
      readonly row: Pick<ModelRow, 'kind' | 'contactId'>;
      readonly values: Values;
    }
  /** `settles`: `asks` keeps the centre's value where both changed it; `arrival` lets the later win. */
  | { readonly does: 'change'; readonly settles: 'asks' | 'arrival'; readonly values: Values }
  | { readonly does: 'delete' | 'erase' }
  /** What stands where a desk had to forget what it did. */
  | { readonly does: 'forgotten' };
export type Values = Readonly<Record<string, string>>;

export interface ModelOperation {
  readonly desk: number;
  readonly seq: number;
  readonly rowId: string;
  act: Act;
  /** The version that the desk knew, and the life of the centre it is of. */
  readonly knew: { readonly version: number; readonly epoch: number };
  /** Numbers of operations of the same desk that it builds on. */
  readonly needs: readonly number[];
}

interface Decided {
  readonly outcome: Outcome;
  /** Whether the officer is asked about it. */
  readonly asks: boolean;
  /** Refused, since what it speaks of was erased. */
  readonly erased?: true;
}

export interface Officer {
  readonly erases: boolean;
  /** Neighbourhoods. */
  readonly areas: Set<string>;
}

export interface CentreModel {
  readonly epoch: number;
  readonly rows: ReadonlyMap<string, ModelRow>;
  decided(desk: number, seq: number): Decided | undefined;
  lastOf(desk: number): number;
  decide(operation: ModelOperation, officer: Officer): void;
  areaOf(row: ModelRow): string;
  readonly hasBackup: boolean;
  backUp(): void;
  /** Begins another life from the backup, if there is one. */
  restore(): boolean;
}

export function centreModel(): CentreModel {
  let rows = new Map<string, ModelRow>();
  let decisions = new Map<string, Decided>();
  let last = new Map<number, number>();
  let waiting = new Map<string, ModelOperation>();
  let epoch = 1;
  let backup: [typeof rows, typeof decisions, typeof last, typeof waiting] | undefined;
  const copyOf = (): NonNullable<typeof backup> => [
    new Map(rows),
    new Map(decisions),
    new Map(last),
    new Map(waiting),
  ];

  const areaOf = (row: ModelRow): string => {
    const contact = row.contactId === null ? row : rows.get(row.contactId);
    return contact?.said['area']?.value ?? '';
  };

  const judge = (operation: ModelOperation, officer: Officer): Decided => {
    const { act, rowId } = operation;
    const isRemoval = act.does === 'delete' || act.does === 'erase';
    if (!isRemoval && speaksOfErased(operation)) {
      // What was to hang on it counts as erased with it.
      const isNew = act.does === 'create' && !rows.has(rowId);
      if (isNew && rows.get(act.row.contactId ?? '')?.state === 'erased') {
        rows.set(rowId, { ...gone(operation), ...act.row });
      }
      return refuseErased();
    }
    const ends = operation.needs.map((seq) => decisions.get(`${operation.desk} ${seq}`)?.outcome);
    if (act.does !== 'erase') {
      if (ends.some((outcome) => outcome === 'rejected' || outcome === undefined)) return refuse();
      if (ends.includes('quarantined') || act.does === 'forgotten') return setAside();
    }
    const before = rows.get(rowId);
    const effect = effectOf(operation, before, epoch);
    if (effect === undefined) return refuse();
    const contact = effect.row.contactId === null ? undefined : rows.get(effect.row.contactId);
    if (contact !== undefined ? contact.state !== 'present' : effect.row.kind !== 'contact') {
      if (effect.row.state === 'present') return refuse();
    }
    const mayTouch = (row: ModelRow): boolean =>
      row.state === 'present' && officer.areas.has(areaWith(row));
    const allowed =
      act.does === 'erase'
        ? officer.erases
        : (before?.state !== 'present' || mayTouch(before)) &&
          (effect.row.state !== 'present' || mayTouch(effect.row));
    if (!allowed) return setAside();
    rows.set(rowId, effect.row);
    if (effect.row.state !== 'present') takeAlong(effect.row);
    return { outcome: effect.unseen ? 'merged' : 'accepted', asks: effect.asks };
  };
  const speaksOfErased = ({ act, rowId, desk, needs }: ModelOperation): boolean => {
    const parent = act.does === 'create' ? act.row.contactId : null;
    return (
      [rowId, parent ?? ''].some((id) => rows.get(id)?.state === 'erased') ||
      needs.some((seq) => decisions.get(`${desk} ${seq}`)?.erased === true)
    );
  };
  /** Nobody decides any more on what was set aside and speaks of what is erased now. */
  const endWaiting = (): void => {
    const inOrder = [...waiting].sort(([, one], [, other]) => one.seq - other.seq);
    for (const [key, operation] of inOrder) {
      if (!speaksOfErased(operation)) continue;
      decisions.set(key, refuseErased());
      waiting.delete(key);
    }
  };
  /** As `areaOf`, of a row as it will be. */
  const areaWith = (row: ModelRow): string =>
    row.contactId === null ? (row.said['area']?.value ?? '') : areaOf(row);
  const takeAlong = ({ id, state }: ModelRow): void => {
    for (const child of rows.values()) {
      if (child.contactId !== id || child.state === state || child.state === 'erased') continue;
      rows.set(child.id, { ...child, state, version: child.version + 1 });
    }
  };

  return {
    get epoch() {
      return epoch;
    },
    get rows() {
      return rows;
    },
    decided: (desk, seq) => decisions.get(`${desk} ${seq}`),
    lastOf: (desk) => last.get(desk) ?? 0,
    decide(operation, officer) {
      const { desk, seq } = operation;
      // What it has decided once, it does not decide again.
      if (seq <= (last.get(desk) ?? 0)) return;
      const key = `${desk} ${seq}`;
      const decided = judge(operation, officer);
      decisions.set(key, decided);
      if (decided.outcome === 'quarantined') waiting.set(key, { ...operation });
      if (operation.act.does === 'erase' && decided.outcome === 'accepted') endWaiting();
      last.set(desk, seq);
    },
    areaOf,
    get hasBackup() {
      return backup !== undefined;
    },
    backUp() {
      backup = copyOf();
    },
    restore() {
      if (backup === undefined) return false;
      [rows, decisions, last, waiting] = backup;
      backup = undefined;
      epoch += 1;
      return true;
    },
  };
}

const refuse = (): Decided => ({ outcome: 'rejected', asks: true });
const refuseErased = (): Decided => ({ ...refuse(), erased: true });
const setAside = (): Decided => ({ outcome: 'quarantined', asks: true });

interface Effect {
  readonly row: ModelRow;
  /** Somebody else had changed the same, and the desk had not known. */
  readonly unseen: boolean;
  readonly asks: boolean;
}

/** That a row was there, and nothing else of it. */
function gone({ rowId: id, desk: madeBy }: Pick<ModelOperation, 'rowId' | 'desk'>) {
  return { id, madeBy, version: 1, state: 'erased', said: {} } as const;
}

/** What it does to the row; undefined where it makes no sense. */
function effectOf(
  { act, rowId, desk, knew }: ModelOperation,
  before: ModelRow | undefined,
  epoch: number,
): Effect | undefined {
  const known = knew.epoch === epoch ? knew.version : 0;
  const isUnseen = (said: Pick<Said, 'version' | 'desk'>): boolean =>
    said.version > known && said.desk !== desk;
  const quiet = { unseen: false, asks: false };
  if (act.does === 'create') {
    if (before !== undefined) return undefined;
    const said = valuesBy(act.values, 1, desk);
    const row = {
      ...act.row,
      id: rowId,
      version: 1,
      madeBy: desk,
      state: 'present',
      said,
    } as const;
    return { row, ...quiet };
  }
  if (act.does === 'erase' && before === undefined) {
    return { row: { ...gone({ rowId, desk }), kind: 'contact', contactId: null }, ...quiet };
  }
  if (before === undefined || act.does === 'forgotten') return undefined;
  const version = before.version + 1;
  if (act.does !== 'change') {
    const state = act.does === 'erase' ? 'erased' : 'deleted';
    if (before.state === state || before.state === 'erased') return { row: before, ...quiet };
    const changed = Object.values(before.said).filter((said) => said.version > 1);
    const moved = changed.some(isUnseen);
    if (moved && act.does === 'delete') return undefined;
    return { row: { ...before, state, version }, ...quiet };
  }
  if (before.state !== 'present') return undefined;
  const changes = Object.entries(act.values).filter(
    ([name, value]) => before.said[name]?.value !== value,
  );
  const first = { version: 1, desk: before.madeBy };
  const unseen = changes.some(([name]) => isUnseen(before.said[name] ?? first));
  if (unseen && act.settles === 'asks') return { row: before, unseen, asks: true };
  if (changes.length === 0) return { row: before, ...quiet };
  const said = { ...before.said, ...valuesBy(Object.fromEntries(changes), version, desk) };
  return { row: { ...before, version, said }, unseen, asks: false };
}

function valuesBy(values: Values, version: number, desk: number): Record<string, Said> {
  const said = Object.entries(values).map(
    ([name, value]) => [name, { value, version, desk }] as const,
  );
  return Object.fromEntries(said);
}
