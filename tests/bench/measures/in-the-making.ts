import type { WorkbenchClient } from '#shared/contract/contract.ts';
import { contract } from '#shared/contract/contract.ts';

interface Page {
  readonly rows: readonly { readonly id: string }[];
}

/** Operations that a version of the contract may have or lack, as far as they are measured. */
interface InTheMaking {
  readonly search?: {
    contacts(input: { text: string; cursor: string | null; limit: number }): Promise<Page>;
    everything(input: { text: string; limit: number }): Promise<object>;
  };
  readonly streets?: {
    street(input: { id: string }): Promise<object>;
    neighbourhood(input: { id: string }): Promise<object>;
  };
}

/** Why a measure is left out. */
export const NOT_YET = 'this version has no such operation';

/** A group of operations, or undefined when the contract has none of that name. */
export function ifThere<Group extends keyof InTheMaking>(
  client: WorkbenchClient,
  group: Group,
): InTheMaking[Group] | undefined {
  // A client answers to every name: whether there is such an operation, the contract knows.
  return group in contract ? (client as WorkbenchClient & InTheMaking)[group] : undefined;
}
