import type { Store } from '../../workbench/store/store.ts';

/** Takes the dossiers, actions and facts out of the demo town, so that only what a test plants is there. */
export async function clearDemoWork(store: Store): Promise<void> {
  await store.write(async ({ tables }) => {
    for (const table of [
      'casework_segment',
      'casework_contact',
      'casework',
      'fact',
      'fact_batch',
      'fact_import',
      'fact_source',
    ] as const) {
      await tables.deleteFrom(table).execute();
    }
  });
}
