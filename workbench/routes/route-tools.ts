import { mapEventIterator } from '@orpc/client';
import { implement, type ImplementerInternalWithMiddlewares } from '@orpc/server';

import { contract } from '#shared/contract/contract.ts';
import { makeId } from '#shared/lib/ids.ts';
import type { Role } from '#shared/protocol/account.ts';

import { checkLeads } from '../check-role.ts';
import type { OpenFile } from '../context.ts';
import { WorkbenchError } from '../errors.ts';
import type { BasemapFolder } from '../features/basemap/index.ts';
import type { ChangeHub } from '../features/changes/index.ts';
import type { PreferencesStore, Profiles, Session } from '../features/session/index.ts';
import type { Transfers } from '../features/transfers/index.ts';
import type { WorkbenchPorts } from '../ports/ports.ts';
import { toContractError } from '../tell-errors.ts';

export interface RouterParts {
  readonly ports: WorkbenchPorts;
  readonly session: Session;
  readonly profiles: Profiles;
  readonly preferences: PreferencesStore;
  readonly transfers: Transfers;
  readonly basemap: BasemapFolder;
  readonly hub: ChangeHub;
}

/** The contract, to be implemented; no operation needs anything of a single call but its input. */
type ContractImplementer = ImplementerInternalWithMiddlewares<
  typeof contract,
  Record<never, never>,
  Record<never, never>
>;

/** What the routes of every feature are made with. */
export interface RouteTools extends RouterParts {
  readonly os: ContractImplementer;
  /** A use case over the open file; LOCKED when there is none. */
  withFile<Input, Output>(
    useCase: (file: OpenFile, input: Input) => Promise<Output>,
  ): (call: { readonly input: Input }) => Promise<Output>;
  /** The same for those who lead: NOT_NOW where the centre would set aside what the officer does. */
  withLead<Input, Output>(
    useCase: (file: OpenFile, input: Input) => Promise<Output>,
  ): (call: { readonly input: Input }) => Promise<Output>;
  /** Throws NOT_NOW for a role that may not; a desk without a centre has no roles. */
  check(may: (role: Role | null) => void): Promise<void>;
  /** The same for a use case that has nothing to tell. */
  carryOut<Input>(
    useCase: (file: OpenFile, input: Input) => Promise<unknown>,
  ): (call: { readonly input: Input }) => Promise<Record<never, never>>;
}

export function makeRouteTools(parts: RouterParts): RouteTools {
  const { session } = parts;
  const check: RouteTools['check'] = async (may) => {
    may((await session.centre().state()).enrolment?.role ?? null);
  };
  return {
    ...parts,
    check,
    withLead:
      (useCase) =>
      async ({ input }) => {
        await check(checkLeads);
        return useCase(session.file(), input);
      },
    os: implementContract(parts),
    withFile:
      (useCase) =>
      ({ input }) =>
        useCase(session.file(), input),
    carryOut:
      (useCase) =>
      async ({ input }) => {
        await useCase(session.file(), input);
        return {};
      },
  };
}

/** What a desk does when its lease is over: nothing is read of residents, and nothing typed is lost. */
const WITHOUT_LEASE: ReadonlySet<string> = new Set([
  ...['desk', 'transfers', 'backup', 'outbox', 'parcels'],
  ...['sync.state', 'sync.now', 'sync.signIn', 'sync.signInByProvider', 'sync.provider'],
  // A centre that does not know the desk any more takes it only with a code.
  ...['sync.enrol', 'sync.enrolByProvider'],
  'contacts.saveDraft',
]);

function isDoneWithoutLease(path: readonly string[]): boolean {
  return WITHOUT_LEASE.has(path[0] ?? '') || WITHOUT_LEASE.has(path.join('.'));
}

/**
 * Inputs are validated here, for every transport alike; outputs are ours and typed, so they are
 * checked by the contract suite instead of at each call.
 */
function implementContract({ ports, session }: RouterParts): ContractImplementer {
  const newReference = (): string => makeId(Date.parse(ports.clock.now()), ports.entropy.bytes(16));
  return implement(contract)
    .$config({ initialOutputValidationIndex: Number.NaN })
    .use(async ({ next, path }) => {
      const opening = session.opening();
      const told = (cause: unknown): unknown => {
        // A call that was under way when the desk locked fails on a closed file, whatever it says.
        const locked = opening !== session.opening() && !(cause instanceof WorkbenchError);
        return toContractError(
          locked ? new WorkbenchError('LOCKED') : cause,
          path,
          ports.log,
          newReference,
        );
      };
      try {
        if (session.isLeaseOver() && !isDoneWithoutLease(path)) {
          throw new WorkbenchError('LEASE_OVER');
        }
        const result = await next();
        if (!isIterator(result.output)) return result;
        // What is told bit by bit fails after the call has answered.
        const output = mapEventIterator(result.output, {
          value: (event: unknown) => Promise.resolve(event),
          error: (cause) => Promise.resolve(told(cause)),
        });
        return { ...result, output };
      } catch (cause) {
        throw told(cause);
      }
    });
}

function isIterator(output: unknown): output is AsyncIterator<unknown, unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
