export interface Help {
  open(): void;
  /** Whether letters alone are shortcuts; people who speak to their computer switch them off. */
  readonly singleKeys: boolean;
  setSingleKeys(on: boolean): void;
}
