import type {
  Correction,
  TerritoryChanges,
} from '../../../store/repositories/territory-changes.ts';
import type {
  AddressContent,
  AreaContent,
  Opened,
  RowIdentity,
  SegmentContent,
  StreetContent,
} from '../../../store/repositories/territory-import-rows.ts';

class Pending<Content> {
  opened: Opened<Content>[] = [];
  corrected: Correction<Content>[] = [];
  closed: RowIdentity[] = [];

  get size(): number {
    return this.opened.length + this.corrected.length + this.closed.length;
  }
  clear(): void {
    this.opened = [];
    this.corrected = [];
    this.closed = [];
  }
}

/** Changes worked out and not yet written; written together, in an order that references allow. */
export class PendingChanges {
  readonly areas = new Pending<AreaContent>();
  readonly streets = new Pending<StreetContent>();
  readonly segments = new Pending<SegmentContent>();
  readonly addresses = new Pending<AddressContent>();
  readonly #changes: TerritoryChanges;

  constructor(changes: TerritoryChanges) {
    this.#changes = changes;
  }

  get size(): number {
    return this.areas.size + this.streets.size + this.segments.size + this.addresses.size;
  }

  async flush(): Promise<void> {
    const { areas, streets, segments, addresses } = this;
    await this.#changes.openAreas(areas.opened);
    await this.#changes.openStreets(streets.opened);
    await this.#changes.correctAreas(areas.corrected);
    await this.#changes.correctStreets(streets.corrected);
    await this.#changes.correctSegments(segments.corrected);
    await this.#changes.correctAddresses(addresses.corrected);
    await this.#changes.openSegments(segments.opened);
    await this.#changes.openAddresses(addresses.opened);
    await this.#changes.close('area', areas.closed);
    await this.#changes.close('street', streets.closed);
    await this.#changes.close('segment', segments.closed);
    await this.#changes.close('address', addresses.closed);
    areas.clear();
    streets.clear();
    segments.clear();
    addresses.clear();
  }
}
