import type { ReadHandle } from '../../workbench/store/handles.ts';
import { hold } from './broken.ts';

/** The tables of the screens say what the centre's rows say, and hold besides only what the centre did not take. */
export async function tablesAgree(read: ReadHandle): Promise<void> {
  const shadows = new Map(
    (
      await read.selectFrom('shadow').select(['entity', 'entity_id', 'version', 'fields']).execute()
    ).map((row) => [`${row.entity} ${row.entity_id}`, row]),
  );
  const promises = await read
    .selectFrom('promise')
    .select(['id', 'text', 'outcome', 'state', 'version'])
    .execute();
  const contacts = await read
    .selectFrom('contact')
    .select(['id', 'summary', 'neighbourhood_id', 'version'])
    .execute();
  const refused = new Set(
    (
      await read
        .selectFrom('operation')
        .select('entity_id')
        .where('state', 'in', ['rejected', 'quarantined'])
        .execute()
    ).map((row) => row.entity_id),
  );
  for (const row of promises) {
    const shadow = shadows.get(`promise ${row.id}`);
    if (shadow === undefined) {
      hold(
        refused.has(row.id),
        'a promise without the centre’s version is one that it did not take',
      );
      continue;
    }
    const fields = JSON.parse(shadow.fields) as Record<string, unknown>;
    hold(
      row.text === fields['text'] &&
        row.outcome === fields['outcome'] &&
        row.state === fields['state'] &&
        row.version === shadow.version,
      'a promise is shown as the centre has it',
    );
  }
  for (const row of contacts) {
    const shadow = shadows.get(`contact ${row.id}`);
    if (shadow === undefined) {
      hold(
        refused.has(row.id),
        'a contact without the centre’s version is one that it did not take',
      );
      continue;
    }
    const fields = JSON.parse(shadow.fields) as Record<string, unknown>;
    hold(
      row.summary === fields['summary'] &&
        row.neighbourhood_id === fields['neighbourhoodId'] &&
        row.version === shadow.version,
      'a contact is shown as the centre has it',
    );
  }
  for (const key of shadows.keys()) {
    const [entity = '', id = ''] = key.split(' ');
    const shown =
      entity === 'promise'
        ? promises.some((row) => row.id === id)
        : entity !== 'contact' || contacts.some((row) => row.id === id);
    hold(shown, 'every row of the centre is in the tables of the screens');
  }
}
