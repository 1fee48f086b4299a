import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import type { Connection, ConnectionStatus } from './connection.ts';

const ConnectionContext = createContext<Connection | undefined>(undefined);

export function WorkbenchProvider(props: {
  readonly connection: Connection;
  readonly children: ReactNode;
}) {
  return <ConnectionContext value={props.connection}>{props.children}</ConnectionContext>;
}

/** The connection of this page. Throws outside of {@link WorkbenchProvider}. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('useConnection outside of WorkbenchProvider');
  return connection;
}

/** The typed client: every operation of the contract. Stays the same over reconnections. */
export function useWorkbench(): WorkbenchClient {
  return useConnection().client;
}

export function useConnectionStatus(): ConnectionStatus {
  const connection = useConnection();
  return useSyncExternalStore(connection.onStatus, connection.status);
}
